using Dapper;
using Npgsql;

namespace GrozUtrecht.Personen;

/// <summary>Which persons were removed, without saying who they were: SQL on <c>verwijderde_personen</c> of the service.</summary>
public static class PersoonStore
{
    private const string Hash = "sha256(uuid_send(@persoonId))";

    /// <summary>Waits for a removal that is going on, and holds off the next one until the end of this transaction.</summary>
    public const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('persoon ' || @persoonId::text, 0))";

    /// <summary>Was this person removed? After <see cref="Lock"/> only.</summary>
    public const string Removed = $"SELECT EXISTS (SELECT FROM verwijderde_personen WHERE persoon_hash = {Hash})";

    /// <summary>
    /// True when this person was removed. Waits for a removal that is going on and holds off the next one until the end of this
    /// transaction, so that nothing is registered beside it.
    /// </summary>
    public static async Task<bool> IsRemovedAsync(NpgsqlConnection connection, Guid persoonId, CancellationToken cancellationToken)
    {
        await LockAsync(connection, persoonId, cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            Removed, new { persoonId }, cancellationToken: cancellationToken));
    }

    /// <summary>Remembers the removal; false when it was remembered before.</summary>
    public static async Task<bool> TryRemoveAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await LockAsync(connection, persoonId, cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            $"INSERT INTO verwijderde_personen (persoon_hash, verwijderd_op) VALUES ({Hash}, @now) ON CONFLICT DO NOTHING",
            new { persoonId, now },
            cancellationToken: cancellationToken)) == 1;
    }

    private static Task LockAsync(NpgsqlConnection connection, Guid persoonId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(Lock, new { persoonId }, cancellationToken: cancellationToken));
}

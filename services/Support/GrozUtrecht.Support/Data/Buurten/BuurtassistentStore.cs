using Dapper;
using GrozUtrecht.Support.Features.Buurtassistenten;
using Npgsql;

namespace GrozUtrecht.Support.Data.Buurten;

/// <summary>A row of <c>buurtassistenten</c> of somebody who was not removed, with the buurten in which they work.</summary>
internal sealed record BuurtassistentRow
{
    public const string Columns =
        """
        a.id, a.persoon_id, ARRAY(SELECT w.buurt_id FROM buurtassistent_buurten w WHERE w.buurtassistent_id = a.id ORDER BY w.buurt_id) AS buurten,
        a.version, a.aangemaakt_op
        """;

    public required Guid Id { get; init; }

    public required Guid PersoonId { get; init; }

    public required Guid[] Buurten { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    /// <summary>In the inbox of a partner without a buurt everybody works.</summary>
    public bool WorksIn(Guid? buurtId) => buurtId is not { } id || Buurten.Contains(id);

    public BuurtassistentResponse ToResponse() => new(Id, PersoonId, Buurten, AangemaaktOp);
}

internal static class BuurtassistentStore
{
    /// <summary>Stores a new buurtassistent; false when this partner has this person already.</summary>
    public static async Task<bool> TryInsertAsync(
        NpgsqlConnection connection, Guid partnerId, BuurtassistentRow assistent, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO buurtassistenten (id, partner_id, persoon_id, version, aangemaakt_op)
            VALUES (@Id, @partnerId, @PersoonId, @Version, @AangemaaktOp)
            ON CONFLICT (partner_id, persoon_id) DO NOTHING
            """,
            new { assistent.Id, partnerId, assistent.PersoonId, assistent.Version, assistent.AangemaaktOp },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Sets the buurten in which somebody works; false when one of them is not the partner's.</summary>
    public static async Task<bool> TrySetBuurtenAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, Guid[] buurten, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            DELETE FROM buurtassistent_buurten WHERE buurtassistent_id = @id;

            WITH added AS (
              INSERT INTO buurtassistent_buurten (partner_id, buurtassistent_id, buurt_id)
              SELECT @partnerId, @id, b.id FROM buurten b WHERE b.partner_id = @partnerId AND b.id = ANY (@buurten)
              RETURNING 1)
            SELECT count(*) FROM added
            """,
            new { partnerId, id, buurten },
            cancellationToken: cancellationToken)) == buurten.Length;

    public static Task MarkChangedAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE buurtassistenten SET version = version + 1 WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    public static Task<BuurtassistentRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, partnerId, id, "", cancellationToken);

    /// <summary>Sees to it that this person is not removed before the end of the transaction; others may do so at the same time.</summary>
    public static Task<BuurtassistentRow?> KeepAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, partnerId, id, "FOR SHARE OF a", cancellationToken);

    /// <summary>Holds the buurtassistent until the end of the transaction, so that duties of one are planned one after the other.</summary>
    public static Task<BuurtassistentRow?> LockAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        QueryAsync(connection, partnerId, id, "FOR NO KEY UPDATE OF a", cancellationToken);

    private static Task<BuurtassistentRow?> QueryAsync(
        NpgsqlConnection connection, Guid partnerId, Guid id, string locking, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<BuurtassistentRow>(new CommandDefinition(
            $"SELECT {BuurtassistentRow.Columns} FROM buurtassistenten a WHERE a.id = @id AND a.partner_id = @partnerId AND a.verwijderd_op IS NULL {locking}",
            new { id, partnerId },
            cancellationToken: cancellationToken));
}

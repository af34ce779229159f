using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data.Signalen;

/// <summary>Who asked or joined in, of a signal that is locked.</summary>
internal static class BijvalStore
{
    /// <summary>Counts a person; harmless when they count already.</summary>
    public static Task AddAsync(NpgsqlConnection connection, Guid signaalId, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO bijval (id, signaal_id, persoon_id, aangemaakt_op) VALUES (@id, @signaalId, @persoonId, @now)
            ON CONFLICT (signaal_id, persoon_id) DO NOTHING
            """,
            new { id = Guid.CreateVersion7(now), signaalId, persoonId, now },
            cancellationToken: cancellationToken));

    public static Task RemoveAsync(NpgsqlConnection connection, Guid signaalId, Guid persoonId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM bijval WHERE signaal_id = @signaalId AND persoon_id = @persoonId",
            new { signaalId, persoonId },
            cancellationToken: cancellationToken));

    /// <summary>How many are still to hear what became of it; who was removed cannot hear any more.</summary>
    public static Task<int> CountToHearAsync(NpgsqlConnection connection, Guid signaalId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*) FROM bijval WHERE signaal_id = @signaalId AND persoon_id IS NOT NULL AND gehoord_op IS NULL",
            new { signaalId },
            cancellationToken: cancellationToken));

    /// <summary>Marks who heard it; who is not among them, or heard it before, changes nothing.</summary>
    public static Task MarkHeardAsync(
        NpgsqlConnection connection, Guid signaalId, Guid[] personen, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE bijval SET gehoord_op = @now WHERE signaal_id = @signaalId AND persoon_id = ANY (@personen) AND gehoord_op IS NULL",
            new { signaalId, personen, now },
            cancellationToken: cancellationToken));
}

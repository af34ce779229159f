using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>A programme that was closed, and its report once it is made.</summary>
internal sealed record VerslagRow
{
    public required Guid ProgrammaId { get; init; }

    public required DateOnly PolsmetingTotEnMet { get; init; }

    public string? Verslag { get; init; }
}

/// <summary>SQL on <c>programmaverslagen</c>, and on what is forgotten afterwards.</summary>
internal static class VerslagStore
{
    public static Task CloseAsync(NpgsqlConnection connection, Guid programmaId, DateOnly polsmetingTotEnMet, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO programmaverslagen (programma_id, polsmeting_tot_en_met) VALUES (@programmaId, @polsmetingTotEnMet)",
            new { programmaId, polsmetingTotEnMet },
            cancellationToken: cancellationToken));

    public static Task<VerslagRow?> FindAsync(NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<VerslagRow>(new CommandDefinition(
            "SELECT programma_id, polsmeting_tot_en_met, verslag::text FROM programmaverslagen WHERE programma_id = @programmaId",
            new { programmaId },
            cancellationToken: cancellationToken));

    /// <summary>A programme whose last pulse is over and whose report is not made; what another replica holds is passed over.</summary>
    public static Task<Guid?> LockDueAsync(NpgsqlConnection connection, DateOnly today, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            """
            SELECT programma_id FROM programmaverslagen
            WHERE verslag IS NULL AND polsmeting_tot_en_met < @today
            ORDER BY polsmeting_tot_en_met
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """,
            new { today },
            cancellationToken: cancellationToken));

    public static Task FixAsync(NpgsqlConnection connection, Guid programmaId, string verslag, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE programmaverslagen SET verslag = @verslag::jsonb, gemaakt_op = @now WHERE programma_id = @programmaId",
            new { programmaId, verslag, now },
            cancellationToken: cancellationToken));

    /// <summary>A programme that ended before this moment and of which employees' data are still here.</summary>
    public static Task<Guid?> LockToForgetAsync(NpgsqlConnection connection, DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            """
            SELECT id FROM programmas
            WHERE coalesce(afgesloten_op, ingetrokken_op) < @endedBefore
              AND id IN (SELECT programma_id FROM medewerkers.programmageheimen)
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """,
            new { endedBefore },
            cancellationToken: cancellationToken));
}

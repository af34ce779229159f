using Dapper;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>What the round over hulpvragen looks for and remembers.</summary>
internal static class LevensloopStore
{
    /// <summary>Hulpvragen that something has to be done for, in order of id, after this one. It holds none of them.</summary>
    public static async Task<IReadOnlyList<Guid>> DueAsync(
        NpgsqlConnection connection, Guid after, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT id FROM (
              SELECT hulpvraag_id AS id FROM voorstellen WHERE status = 'voorgesteld' AND antwoord_voor_op <= @now
              UNION SELECT id FROM hulpvragen WHERE status = 'open' AND automatisch AND zoeken_op <= @now
              UNION SELECT id FROM hulpvragen WHERE status = 'open' AND geescaleerd_op IS NULL AND uiterlijk_op <= @now
              UNION SELECT id FROM hulpvragen WHERE status = 'open' AND slotcontrole_op <= @now
              UNION SELECT hulpvraag_id FROM afspraken WHERE status IN ('gepland', 'minuten-verschillen') AND navragen_op <= @now AND navraag = 2
            ) due
            WHERE id > @after
            ORDER BY id
            LIMIT @limit
            """,
            new { after, limit, now },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Holds a hulpvraag until the end of the transaction; null when another transaction has it, which comes to it then.</summary>
    public static Task<HulpvraagRow?> TryLockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<HulpvraagRow>(new CommandDefinition(
            $"SELECT {HulpvraagRow.Columns} FROM hulpvragen WHERE id = @id FOR UPDATE SKIP LOCKED", new { id }, cancellationToken: cancellationToken));

    /// <summary>Ends the proposals of a locked hulpvraag that nobody answered in time.</summary>
    public static async Task<IReadOnlyList<(Guid Id, Guid HelperId)>> ExpireAsync(
        NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(Guid Id, Guid HelperId)>(new CommandDefinition(
            """
            UPDATE voorstellen SET status = 'verlopen', beantwoord_op = @now
            WHERE hulpvraag_id = @hulpvraagId AND status = 'voorgesteld' AND antwoord_voor_op <= @now
            RETURNING id, helper_id
            """,
            new { hulpvraagId, now },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>The open beurten of a hulpvraag for which fewer helpers are being asked than it still needs, in order of time.</summary>
    public static async Task<IReadOnlyList<Guid>> UnaskedBeurtenAsync(
        NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Guid>(new CommandDefinition(
            $"""
            SELECT b.id FROM beurten b JOIN hulpvragen v ON v.id = b.hulpvraag_id
            WHERE b.hulpvraag_id = @hulpvraagId AND {BeurtStore.IsOpen}
              AND b.plekken > (SELECT count(*) FROM afspraken a WHERE a.beurt_id = b.id AND a.plek IS NOT NULL AND a.status <> 'niet-doorgegaan')
                + (SELECT count(*) FROM voorstel_beurten p JOIN voorstellen s ON s.id = p.voorstel_id WHERE p.beurt_id = b.id AND s.status = 'voorgesteld')
            ORDER BY b.volgnummer
            """,
            new { hulpvraagId, now },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>Looks for the next best helper again at this moment, unless something happens before.</summary>
    public static Task SearchAgainAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset at, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE hulpvragen SET zoeken_op = @at WHERE id = @hulpvraagId", new { hulpvraagId, at }, cancellationToken: cancellationToken));

    /// <summary>Whether it is time to see if a hulpvraag is over.</summary>
    public static Task<bool> IsToSettleAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT coalesce(slotcontrole_op <= @now, false) FROM hulpvragen WHERE id = @hulpvraagId", new { hulpvraagId, now }, cancellationToken: cancellationToken));

    public static Task SettleAgainAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset at, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE hulpvragen SET slotcontrole_op = @at WHERE id = @hulpvraagId", new { hulpvraagId, at }, cancellationToken: cancellationToken));

    /// <summary>Remembers that the buurtassistent has the hulpvraag, and returns its new version.</summary>
    public static Task<long> MarkEscalatedAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "UPDATE hulpvragen SET geescaleerd_op = @now, version = version + 1 WHERE id = @hulpvraagId RETURNING version",
            new { hulpvraagId, now },
            cancellationToken: cancellationToken));

    /// <summary>
    /// A helper called off: somebody must be found again by this moment, or by the one that held already when that is sooner; and if
    /// nobody is, the buurtassistent hears it, also when that happened before.
    /// </summary>
    public static Task RenewAsync(
        NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset deadline, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE hulpvragen
            SET uiterlijk_op = CASE WHEN uiterlijk_op > @now AND geescaleerd_op IS NULL THEN least(uiterlijk_op, @deadline) ELSE @deadline END,
              geescaleerd_op = NULL
            WHERE id = @hulpvraagId
            """,
            new { hulpvraagId, deadline, now },
            cancellationToken: cancellationToken));

    /// <summary>Marks that both sides were asked often enough; true when there was such an appointment.</summary>
    public static async Task<bool> EndNavraagAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE afspraken SET navraag = 3, navragen_op = NULL
            WHERE hulpvraag_id = @hulpvraagId AND status IN ('gepland', 'minuten-verschillen') AND navragen_op <= @now AND navraag = 2
            """,
            new { hulpvraagId, now },
            cancellationToken: cancellationToken)) > 0;
}

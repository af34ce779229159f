using Dapper;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using Npgsql;

namespace GrozUtrecht.Support.Data;

internal static class VoorstelStore
{
    /// <summary>Stores a proposal together with the beurten that it is about.</summary>
    public static Task InsertAsync(NpgsqlConnection connection, Guid partnerId, VoorstelRow voorstel, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO voorstellen (
              id, partner_id, hulpvraag_id, helper_id, status, score, redenen, aangemaakt_op, antwoord_voor_op, matchingronde_id,
              regels_versie)
            VALUES (@Id, @partnerId, @HulpvraagId, @HelperId, @Status, @Score, @Redenen::jsonb, @AangemaaktOp, @AntwoordVoorOp, @MatchingrondeId,
              @RegelsVersie);

            INSERT INTO voorstel_beurten (voorstel_id, beurt_id, begint_op) SELECT @Id, beurt_id, begint_op FROM unnest(@beurtIds, @starts) AS b (beurt_id, begint_op);
            """,
            new
            {
                voorstel.Id,
                partnerId,
                voorstel.HulpvraagId,
                voorstel.HelperId,
                voorstel.Status,
                voorstel.Score,
                voorstel.Redenen,
                voorstel.AangemaaktOp,
                voorstel.AntwoordVoorOp,
                voorstel.MatchingrondeId,
                voorstel.RegelsVersie,
                beurtIds = voorstel.BeurtenValue.Select(beurt => beurt.BeurtId).ToArray(),
                starts = voorstel.BeurtenValue.Select(beurt => beurt.BegintOp.UtcDateTime).ToArray(),
            },
            cancellationToken: cancellationToken));

    public static Task<VoorstelRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<VoorstelRow>(new CommandDefinition(
            $"SELECT {VoorstelRow.Columns} FROM voorstellen WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>The last time that this helper was asked for this hulpvraag; null for never.</summary>
    public static Task<VoorstelRow?> FindLastAsync(NpgsqlConnection connection, Guid hulpvraagId, Guid helperId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<VoorstelRow>(new CommandDefinition(
            $"SELECT {VoorstelRow.Columns} FROM voorstellen WHERE hulpvraag_id = @hulpvraagId AND helper_id = @helperId ORDER BY id DESC LIMIT 1",
            new { hulpvraagId, helperId },
            cancellationToken: cancellationToken));

    /// <summary>How many proposals of a hulpvraag wait for an answer.</summary>
    public static Task<int> CountWaitingAsync(NpgsqlConnection connection, Guid hulpvraagId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*) FROM voorstellen WHERE hulpvraag_id = @hulpvraagId AND status = 'voorgesteld'",
            new { hulpvraagId },
            cancellationToken: cancellationToken));

    /// <summary>Stores what has become of a proposal; the hulpvraag is locked.</summary>
    public static Task UpdateAsync(NpgsqlConnection connection, VoorstelRow voorstel, string? reason, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE voorstellen
            SET status = @Status, beantwoord_op = @BeantwoordOp, antwoord_voor_op = @AntwoordVoorOp, afwijzingscode = @Afwijzingscode,
              afwijzingsreden = @reason, afgewezen_door = @AfgewezenDoor, helper_akkoord_op = @HelperAkkoordOp, hulpvrager_akkoord_op = @HulpvragerAkkoordOp
            WHERE id = @Id
            """,
            new
            {
                voorstel.Id,
                voorstel.Status,
                voorstel.BeantwoordOp,
                voorstel.AntwoordVoorOp,
                voorstel.Afwijzingscode,
                reason,
                voorstel.AfgewezenDoor,
                voorstel.HelperAkkoordOp,
                voorstel.HulpvragerAkkoordOp,
            },
            cancellationToken: cancellationToken));

    /// <summary>Ends every proposal of a hulpvraag that still waits.</summary>
    public static Task LapseAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE voorstellen SET status = 'vervallen', beantwoord_op = @now WHERE hulpvraag_id = @hulpvraagId AND status = 'voorgesteld'",
            new { hulpvraagId, now },
            cancellationToken: cancellationToken));

    /// <summary>Ends the waiting proposals of which every beurt has found its helpers, or was called off.</summary>
    public static Task LapseFilledAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE voorstellen s SET status = 'vervallen', beantwoord_op = @now
            WHERE s.hulpvraag_id = @hulpvraagId AND s.status = 'voorgesteld' AND NOT EXISTS (
              SELECT FROM voorstel_beurten p JOIN beurten b ON b.id = p.beurt_id
              WHERE p.voorstel_id = s.id AND b.vervallen_op IS NULL
                AND (SELECT count(*) FROM afspraken a WHERE a.beurt_id = b.id AND a.plek IS NOT NULL AND a.status <> 'niet-doorgegaan') < b.plekken)
            """,
            new { hulpvraagId, now },
            cancellationToken: cancellationToken));
}

using System.Text.Json;
using Dapper;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>voorstellen</c>.</summary>
internal sealed record VoorstelRow
{
    public const string Columns = "id, hulpvraag_id, helper_id, status, score, redenen::text AS redenen, aangemaakt_op, beantwoord_op, regels_versie";

    public required Guid Id { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    public required string Status { get; init; }

    public required int Score { get; init; }

    public required string Redenen { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset? BeantwoordOp { get; init; }

    /// <summary>The version of the matchingregels of its area; null when a process of the release before them made it.</summary>
    public long? RegelsVersie { get; init; }

    public VoorstelStatus StatusValue => Words<VoorstelStatus>.Read(Status);

    public VoorstelResponse ToResponse() => new(
        Id,
        HulpvraagId,
        HelperId,
        StatusValue,
        Score,
        JsonSerializer.Deserialize<IReadOnlyList<RedenResponse>>(Redenen, JsonSerializerOptions.Web)!,
        AangemaaktOp,
        BeantwoordOp);
}

/// <summary>A beurt of a proposal, and when it would begin.</summary>
internal sealed record VoorgesteldeBeurt
{
    public required Guid BeurtId { get; init; }

    public required DateTimeOffset BegintOp { get; init; }
}

internal static class VoorstelStore
{
    /// <summary>Stores a proposal together with the beurten that it is about.</summary>
    public static Task InsertAsync(
        NpgsqlConnection connection, Guid partnerId, VoorstelRow voorstel, IReadOnlyList<VoorgesteldeBeurt> beurten, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO voorstellen (id, partner_id, hulpvraag_id, helper_id, status, score, redenen, aangemaakt_op, regels_versie)
            VALUES (@Id, @partnerId, @HulpvraagId, @HelperId, @Status, @Score, @Redenen::jsonb, @AangemaaktOp, @RegelsVersie);

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
                voorstel.RegelsVersie,
                beurtIds = beurten.Select(beurt => beurt.BeurtId).ToArray(),
                starts = beurten.Select(beurt => beurt.BegintOp.UtcDateTime).ToArray(),
            },
            cancellationToken: cancellationToken));

    /// <summary>The beurten of a proposal, in order of time.</summary>
    public static async Task<IReadOnlyList<VoorgesteldeBeurt>> BeurtenAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<VoorgesteldeBeurt>(new CommandDefinition(
            "SELECT beurt_id, begint_op FROM voorstel_beurten WHERE voorstel_id = @id ORDER BY begint_op, beurt_id",
            new { id },
            cancellationToken: cancellationToken))).AsList();

    public static Task<VoorstelRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<VoorstelRow>(new CommandDefinition(
            $"SELECT {VoorstelRow.Columns} FROM voorstellen WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>How many proposals of a hulpvraag wait for an answer.</summary>
    public static Task<int> CountWaitingAsync(NpgsqlConnection connection, Guid hulpvraagId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*) FROM voorstellen WHERE hulpvraag_id = @hulpvraagId AND status = 'voorgesteld'",
            new { hulpvraagId },
            cancellationToken: cancellationToken));

    public static Task AnswerAsync(
        NpgsqlConnection connection, Guid id, VoorstelStatus status, string? reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE voorstellen SET status = @status, afwijzingsreden = @reason, beantwoord_op = @now WHERE id = @id",
            new { id, status = Words<VoorstelStatus>.Of(status), reason, now },
            cancellationToken: cancellationToken));

    /// <summary>Ends every proposal of a hulpvraag that still waits.</summary>
    public static Task LapseAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE voorstellen SET status = 'vervallen', beantwoord_op = @now WHERE hulpvraag_id = @hulpvraagId AND status = 'voorgesteld'",
            new { hulpvraagId, now },
            cancellationToken: cancellationToken));

    /// <summary>Ends the waiting proposals of which every beurt has found its helpers.</summary>
    public static Task LapseFilledAsync(NpgsqlConnection connection, Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE voorstellen s SET status = 'vervallen', beantwoord_op = @now
            WHERE s.hulpvraag_id = @hulpvraagId AND s.status = 'voorgesteld' AND NOT EXISTS (
              SELECT FROM voorstel_beurten p JOIN beurten b ON b.id = p.beurt_id
              WHERE p.voorstel_id = s.id
                AND (SELECT count(*) FROM afspraken a WHERE a.beurt_id = b.id AND a.plek IS NOT NULL AND a.status <> 'niet-doorgegaan') < b.plekken)
            """,
            new { hulpvraagId, now },
            cancellationToken: cancellationToken));
}

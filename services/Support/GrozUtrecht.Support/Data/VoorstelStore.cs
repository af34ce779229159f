using System.Text.Json;
using Dapper;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>A row of <c>voorstellen</c>.</summary>
internal sealed record VoorstelRow
{
    public const string Columns = "id, hulpvraag_id, helper_id, status, score, redenen::text AS redenen, aangemaakt_op, beantwoord_op";

    public required Guid Id { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    public required string Status { get; init; }

    public required int Score { get; init; }

    public required string Redenen { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset? BeantwoordOp { get; init; }

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

internal static class VoorstelStore
{
    public static Task InsertAsync(NpgsqlConnection connection, Guid partnerId, VoorstelRow voorstel, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO voorstellen (id, partner_id, hulpvraag_id, helper_id, status, score, redenen, aangemaakt_op)
            VALUES (@Id, @partnerId, @HulpvraagId, @HelperId, @Status, @Score, @Redenen::jsonb, @AangemaaktOp)
            """,
            new { voorstel.Id, partnerId, voorstel.HulpvraagId, voorstel.HelperId, voorstel.Status, voorstel.Score, voorstel.Redenen, voorstel.AangemaaktOp },
            cancellationToken: cancellationToken));

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
}

using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Features.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matchingrondes;

/// <summary>A helper whom a run chose for a hulpvraag.</summary>
internal sealed record KoppelingResponse(
    [property: Description("De hulpvraag.")] Guid HulpvraagId,
    [property: Description("De gekozen helper.")] Guid HelperId,
    [property: Description("0 tot 100.")] int Score,
    [property: Description("Waaruit de score bestaat.")] IReadOnlyList<RedenResponse> Redenen,
    [property: Description("Wanneer elke beurt zou beginnen.")] IReadOnlyList<KoppelingBeurt> Beurten,
    [property: Description("Het voorstel dat eruit kwam; ontbreekt zolang de ronde niet is toegepast.")] Guid? VoorstelId,
    [property: Description("Waarom er toch geen voorstel kwam: code.")] string? OvergeslagenCode,
    [property: Description("Waarom er toch geen voorstel kwam: zin voor mensen.")] string? OvergeslagenTekst);

/// <summary>A beurt and its start.</summary>
internal sealed record KoppelingBeurt(
    [property: Description("De beurt van de hulpvraag.")] Guid BeurtId, [property: Description("Wanneer die zou beginnen.")] DateTimeOffset BegintOp);

internal static class ListKoppelingen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/matchingrondes/{id:guid}/koppelingen", HandleAsync)
        .WithSummary("Koppelingen van een matchingronde")
        .WithDescription("Wie aan welke hulpvraag gekoppeld is en waarom, in volgorde van hulpvraag.")
        .MayFail(MatchingrondeFailures.Unknown);

    private static async Task<Results<Ok<CursorPage<KoppelingResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!TryDecode(page.Cursor, out var hulpvraagId, out var helperId))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await MatchingrondeStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is null)
        {
            return MatchingrondeFailures.Unknown.ToProblem();
        }

        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT hulpvraag_id, helper_id, score, redenen::text AS redenen, starts::text AS starts, voorstel_id, overgeslagen_code, overgeslagen_tekst
            FROM koppelingen
            WHERE ronde_id = @id AND (hulpvraag_id, helper_id) > (@hulpvraagId, @helperId)
            ORDER BY hulpvraag_id, helper_id
            LIMIT @limit
            """,
            new { id, hulpvraagId, helperId, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<KoppelingResponse>.Of(
            [.. rows.Select(row => row.ToResponse())], page.Size, last => Cursor.Encode(last.HulpvraagId.ToString("N"), last.HelperId.ToString("N"))));
    }

    private static bool TryDecode(string? cursor, out Guid hulpvraagId, out Guid helperId)
    {
        (hulpvraagId, helperId) = (Guid.Empty, Guid.Empty);
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 2, out var parts) && Guid.TryParseExact(parts[0], "N", out hulpvraagId) && Guid.TryParseExact(parts[1], "N", out helperId));
    }

    private sealed record Row
    {
        public required Guid HulpvraagId { get; init; }

        public required Guid HelperId { get; init; }

        public required int Score { get; init; }

        public required string Redenen { get; init; }

        public required string Starts { get; init; }

        public Guid? VoorstelId { get; init; }

        public string? OvergeslagenCode { get; init; }

        public string? OvergeslagenTekst { get; init; }

        public KoppelingResponse ToResponse() => new(
            HulpvraagId,
            HelperId,
            Score,
            JsonSerializer.Deserialize<IReadOnlyList<RedenResponse>>(Redenen, JsonSerializerOptions.Web)!,
            [
                .. JsonSerializer.Deserialize<Dictionary<Guid, int>>(Starts)!.OrderBy(start => start.Value)
                    .Select(start => new KoppelingBeurt(start.Key, Moment.Of(start.Value))),
            ],
            VoorstelId,
            OvergeslagenCode,
            OvergeslagenTekst);
    }
}

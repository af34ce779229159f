using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>A helper who fits, with the reasons.</summary>
internal sealed record KandidaatResponse(
    [property: Description("De helper.")] Guid HelperId,
    [property: Description("0 tot 100.")] int Score,
    [property: Description("Waaruit de score bestaat.")] IReadOnlyList<RedenResponse> Redenen);

internal static class ListKandidaten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/hulpvragen/{id:guid}/kandidaten", HandleAsync)
        .WithSummary("Wie past bij een hulpvraag")
        .WithDescription(
            "Helpers van de eigen organisatie die dit soort hulp bieden, zo ver komen, dan tijd hebben en nog niet gevraagd zijn; de beste eerst, "
            + "met per onderdeel van de score een reden.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<CursorPage<KandidaatResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id,
        [AsParameters] PageQuery page,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await HulpvraagStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is not { } hulpvraag)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        if (hulpvraag.StatusValue is not HulpvraagStatus.Open)
        {
            return HulpvraagFailures.NotOpen.ToProblem("Alleen een open hulpvraag heeft kandidaten.");
        }

        var now = clock.GetUtcNow();
        if (await VraagbeeldStore.FindAsync(connection, hulpvraag, Vraagbeeld.MaximumWeighed, now, cancellationToken) is not { } vraag)
        {
            return HulpvraagFailures.NotOpen.ToProblem("Er is geen beurt meer die een helper zoekt.");
        }

        var helpers = await ProfielStore.ChangedAsync(connection, hulpvraag.PartnerId, 0, now, cancellationToken);
        var scoring = new Scoring(vraag, Plaatsen.Reistijd, Matchingregels.Default, now);
        var rows = Ranking.Rank(vraag, helpers.Select(row => row.ToDomain(null)), Plaatsen.Reistijd, Matchingregels.Default, now)
            .SkipWhile(kandidaat => !after.IsBefore(kandidaat))
            .Take(page.Size + 1)
            .Select(kandidaat => new KandidaatResponse(
                kandidaat.Profiel.HelperId,
                kandidaat.Punten.Score,
                RedenResponse.Of(scoring.Explain(kandidaat.Profiel, kandidaat.Plan, kandidaat.Punten))));
        return TypedResults.Ok(CursorPage<KandidaatResponse>.Of([.. rows], page.Size, Encode));
    }

    private static string Encode(KandidaatResponse last) =>
        Cursor.Encode(last.Score.ToString(CultureInfo.InvariantCulture), last.HelperId.ToString("N"));

    private static bool TryDecode(string? cursor, out Position position)
    {
        position = Position.Start;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        if (!Cursor.TryDecode(cursor, 2, out var parts)
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var score)
            || !Guid.TryParseExact(parts[1], "N", out var helperId))
        {
            return false;
        }

        position = new(score, helperId);
        return true;
    }

    /// <summary>The last candidate that a page has shown; the order is by score, highest first, then by id.</summary>
    private sealed record Position(int Score, Guid HelperId)
    {
        public static readonly Position Start = new(int.MaxValue, Guid.Empty);

        public bool IsBefore(Kandidaat kandidaat) =>
            kandidaat.Punten.Score < Score || (kandidaat.Punten.Score == Score && kandidaat.Profiel.HelperId.CompareTo(HelperId) > 0);
    }
}

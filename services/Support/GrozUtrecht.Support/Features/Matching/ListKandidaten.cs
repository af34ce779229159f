using System.Globalization;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

internal static class ListKandidaten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/hulpvragen/{id:guid}/kandidaten", HandleAsync)
        .WithSummary("Wie past bij een hulpvraag")
        .WithDescription(
            "Helpers van de eigen organisatie die dit soort hulp bieden, zo ver komen, dan tijd hebben en nog niet gevraagd zijn; de beste eerst, "
            + "met per onderdeel van de score een reden en per beurt het moment waarop die zou beginnen. Van een lange reeks tellen de eerste "
            + "8 open beurten. Foutcodes: support.hulpvraag.onbekend (404), support.hulpvraag.niet-open (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<CursorPage<KandidaatResponse>>, ProblemHttpResult>> HandleAsync(
        Guid id,
        [AsParameters] PageQuery page,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        HelperIndex index,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        var now = clock.GetUtcNow();
        // The helpers are brought up to date while the hulpvraag is read.
        var reading = index.OfAsync(caller.PartnerId(), cancellationToken);
        var found = await Weging.ReadAsync(database, caller.PartnerId(), id, now, cancellationToken);
        var helpers = await reading;
        if (found is not { } weging)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        if (weging.Vraag is not { } vraag)
        {
            return HulpvraagFailures.NotOpen.ToProblem("Alleen een open hulpvraag heeft kandidaten, zolang een beurt een helper zoekt.");
        }

        var kandidaten = new Ranking(vraag, Plaatsen.Reistijd, weging.Regels, now)
            .Top(helpers.WithinReach(vraag, Plaatsen.Reistijd), after, page.Size + 1);
        var scoring = new Scoring(vraag, Plaatsen.Reistijd, weging.Regels, now);
        var items = kandidaten.Take(page.Size).Select(kandidaat => KandidaatResponse.Of(kandidaat, vraag, scoring));
        return TypedResults.Ok(new CursorPage<KandidaatResponse>([.. items], kandidaten.Count > page.Size ? Encode(kandidaten[page.Size - 1].Positie) : null));
    }

    private static string Encode(Positie last) => Cursor.Encode(
        last.Score.ToString(CultureInfo.InvariantCulture),
        last.LaatstGevraagdOp?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "",
        last.HelperId.ToString("N"));

    private static bool TryDecode(string? cursor, out Positie position)
    {
        position = Positie.Start;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        if (!Cursor.TryDecode(cursor, 3, out var parts)
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var score)
            || !TryReadMoment(parts[1], out var askedOp)
            || !Guid.TryParseExact(parts[2], "N", out var helperId))
        {
            return false;
        }

        position = new(score, askedOp, helperId);
        return true;
    }

    private static bool TryReadMoment(string text, out DateTimeOffset? moment)
    {
        moment = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        moment = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}

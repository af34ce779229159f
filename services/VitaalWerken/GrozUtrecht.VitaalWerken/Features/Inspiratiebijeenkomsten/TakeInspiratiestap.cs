using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>How many people came.</summary>
public sealed record HoudingBody([property: Range(0, 2000), Description("Het getelde aantal aanwezigen, zonder namen.")] int AanwezigAantal);

/// <summary>What was agreed afterwards.</summary>
public sealed record OpvolgingBody(
    [property: Required, MinLength(1), MaxLength(5), Description("Wat het bedrijf gaat doen.")] IReadOnlyList<Vervolgafspraak> Afspraken,
    [property: Description("De dag waarop dit is afgesproken.")] DateOnly Datum);

/// <summary>The steps of a meeting: held, followed up, called off.</summary>
internal static class TakeInspiratiestap
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Step(api, "houding", Hold)
            .WithName("HoldInspiratiebijeenkomst")
            .WithSummary("Als gehouden melden")
            .WithDescription("Na afloop, met het getelde aantal aanwezigen. Spreek binnen veertien dagen na de bijeenkomst iets af.")
            .MayFail(InspiratieFailures.NotOver);
        Step(api, "opvolging", FollowUp)
            .WithName("FollowUpInspiratiebijeenkomst")
            .WithSummary("Opvolging vastleggen")
            .WithDescription("Wat er na de bijeenkomst is afgesproken; ook geen-vervolg is een afspraak.")
            .MayFail(InspiratieFailures.FollowUpDay);
        Step(api, "afgelasting", CallOff)
            .WithName("CallOffInspiratiebijeenkomst")
            .WithSummary("Afgelasten")
            .WithDescription("De sprekers zijn weer vrij en de uitnodigingslink werkt niet meer.");
    }

    private static RouteHandlerBuilder Step(IEndpointRouteBuilder api, string noun, Delegate handler) =>
        api.MapPost($"/inspiratiebijeenkomsten/{{id:guid}}/{noun}", handler).MayFail(InspiratieFailures.Change);

    private static async Task<Results<Ok<InspiratieAnswer>, ProblemHttpResult>> Hold(
        Guid id, HoudingBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenBijeenkomst.TakeAsync(http, work, id, Inspiratiestap.Houden);
        if (row is null)
            return refusal!;
        var now = clock.GetUtcNow();
        if (now < row.EindigtOp)
            return InspiratieFailures.NotOver.ToProblem();
        work.Publish(new InspiratieHeld
        {
            InspiratiebijeenkomstId = id,
            Version = row.Version + 1,
            BedrijfId = row.BedrijfId,
            Gebied = row.Gebied,
            Datum = NederlandseTijd.DayOf(row.BegintOp),
            AanwezigAantal = InspiratieAnswer.Shown(body.AanwezigAantal),
            OpgetredenOp = now,
        });
        return await EigenBijeenkomst.SaveAsync(http, work, row with { AanwezigAantal = body.AanwezigAantal, GehoudenOp = row.EindigtOp }, now);
    }

    private static async Task<Results<Ok<InspiratieAnswer>, ProblemHttpResult>> FollowUp(
        Guid id, OpvolgingBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenBijeenkomst.TakeAsync(http, work, id, Inspiratiestap.Opvolgen);
        if (row is null)
            return refusal!;
        var now = clock.GetUtcNow();
        if (body.Datum < NederlandseTijd.DayOf(row.EindigtOp) || body.Datum > NederlandseTijd.DayOf(now))
            return InspiratieFailures.FollowUpDay.ToProblem();
        var changed = row with { Afspraken = Words.Of<Vervolgafspraak>([.. body.Afspraken.Distinct()]), OpvolgingDatum = body.Datum, OpgevolgdOp = now };
        return await EigenBijeenkomst.SaveAsync(http, work, changed, now);
    }

    private static async Task<Results<Ok<InspiratieAnswer>, ProblemHttpResult>> CallOff(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenBijeenkomst.TakeAsync(http, work, id, Inspiratiestap.Afgelasten);
        if (row is null)
            return refusal!;
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        await Sprekers.ReplaceAsync(connection, id, [], now, http.RequestAborted);
        await BelangstellingStore.TakeAsync(connection, id, http.RequestAborted);
        return await EigenBijeenkomst.SaveAsync(http, work, row with { AfgelastOp = now, LinkHash = null }, now);
    }
}

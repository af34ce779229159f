using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The steps of a proeverij that need no more than saying so: opening, held, closed, called off.</summary>
internal static class TakeProeverijstap
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Step(api, "openstelling", Open)
            .WithName("OpenInschrijving")
            .WithSummary("Inschrijving openen")
            .WithDescription("Bewoners kunnen zich inschrijven; iedere partner ziet de proeverij.");
        Step(api, "houding", Hold)
            .WithName("HoldProeverij")
            .WithSummary("Als gehouden melden")
            .WithDescription("Na afloop, als wie er was is ingecheckt. Telt voor de regel van twee per jaar.")
            .MayFail(ProeverijFailures.NotOver);
        Step(api, "afsluiting", Close)
            .WithName("CloseProeverij")
            .WithSummary("Afsluiten")
            .WithDescription("Er komen geen ervaringen meer bij. Gebeurt vanzelf als het verslag wordt vastgelegd.");
        Step(api, "afgelasting", CallOff)
            .WithName("CallOffProeverij")
            .WithSummary("Afgelasten")
            .WithDescription("De sessies vervallen, met ieders deelname. Kan tot de proeverij is gehouden.");
    }

    private static RouteHandlerBuilder Step(IEndpointRouteBuilder api, string noun, Delegate handler) =>
        api.MapPost($"/proeverijen/{{id:guid}}/{noun}", handler).RequireScope(ProeverijenSetup.Scope).MayFail(ProeverijFailures.Change);

    private static async Task<Results<Ok<ProeverijAnswer>, ProblemHttpResult>> Open(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Openstellen);
        return row is null ? refusal! : await EigenProeverij.SaveAsync(http, work, row, clock.GetUtcNow());
    }

    private static async Task<Results<Ok<ProeverijAnswer>, ProblemHttpResult>> Hold(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Houden);
        if (row is null)
            return refusal!;
        var now = clock.GetUtcNow();
        if (now < row.EindigtOp)
            return ProeverijFailures.NotOver.ToProblem();

        var (reached, tasted) = await VerslagStore.CountAsync(await work.OpenAsync(http.RequestAborted), id, http.RequestAborted);
        work.Publish(new ProeverijHeld
        {
            ProeverijId = id,
            Version = row.Version + 1,
            PartnerId = row.PartnerId,
            Gebied = row.Gebied,
            Datum = NederlandseTijd.DayOf(row.BegintOp),
            BereiktAantal = reached,
            GeproefdAantal = tasted,
            OpgetredenOp = now,
        });
        return await EigenProeverij.SaveAsync(http, work, row with { GehoudenOp = now }, now);
    }

    private static async Task<Results<Ok<ProeverijAnswer>, ProblemHttpResult>> Close(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Afsluiten);
        var now = clock.GetUtcNow();
        return row is null ? refusal! : await EigenProeverij.SaveAsync(http, work, row with { AfgeslotenOp = now }, now);
    }

    private static async Task<Results<Ok<ProeverijAnswer>, ProblemHttpResult>> CallOff(
        Guid id, HttpContext http, UnitOfWork work, Afsluiting afsluiting, TimeProvider clock)
    {
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Afgelasten);
        if (row is null)
            return refusal!;
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        var sessies = await ProgrammaStore.SessieIdsAsync(connection, id, http.RequestAborted);
        await SessiefeitenStore.LockAllAsync(connection, sessies, http.RequestAborted);
        foreach (var sessieId in sessies)
            await afsluiting.CancelAsync(sessieId, http.RequestAborted);
        await ProgrammaStore.CancelSessiesAsync(connection, sessies, now, http.RequestAborted);
        return await EigenProeverij.SaveAsync(http, work, row with { AfgelastOp = now }, now);
    }
}

using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary><c>POST /programmas/{id}/versies/{versie}/voorstel</c> and <c>/intrekking</c>: a version is put to all sides, or taken back.</summary>
internal static class ProposeVersie
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/programmas/{id:guid}/versies/{versie:int}/voorstel", Propose)
            .WithName("ProposeVersie")
            .WithSummary("Versie voorstellen")
            .WithDescription(
                "Door het bedrijf of de coördinator. Legt het concept voor aan het bedrijf en aan elke leverancier met een module. Vanaf nu verandert de "
                + "inhoud niet meer.")
            .MayFail(ProgrammaFailures.Step)
            .MayFail(ProgrammaFailures.VersionUnknown, ProgrammaFailures.NotConcept, ProgrammaFailures.Empty, ProgrammaFailures.LeverancierTaken)
            .MayFail(PlanFailures.KoppelingInvalid, PlanFailures.WithoutSession, PlanFailures.InThePast, PlanFailures.BegunChanged);
        api.MapPost("/programmas/{id:guid}/versies/{versie:int}/intrekking", Withdraw)
            .WithName("WithdrawVersie")
            .WithSummary("Versie intrekken")
            .WithDescription("Door het bedrijf of de coördinator, zolang niet iedereen heeft ingestemd. Wat geldt blijft gelden.")
            .MayFail(ProgrammaFailures.Step)
            .MayFail(ProgrammaFailures.VersionUnknown, ProgrammaFailures.NotOpen);
    }

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Propose(
        Guid id, int versie, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        var (next, refusal) = Programmaboek.Do(inzage, new Programmastap.Voorstellen(versie));
        if (next is null)
            return refusal!;

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        var inhoud = (await InhoudStore.FindAsync(connection, id, versie, http.RequestAborted))!;
        var koppelingen = await PlanfeitenStore.KoppelingenAsync(
            connection, inzage.Row.BedrijfId, inhoud.Modules.Select(module => module.KoppelingId), http.RequestAborted);
        if (koppelingen.Count != inhoud.Modules.Count)
            return PlanFailures.KoppelingInvalid.ToProblem();
        if (await Voorstelpoort.JudgeAsync(connection, inzage, inhoud, now, http.RequestAborted) is { } bezwaar)
            return bezwaar.ToProblem();
        if (await Voorstelpoort.RefuseTakenAsync(connection, id, versie, http.RequestAborted) is { } taken)
            return taken;

        return await Programmaboek.SaveAsync(http, work, inzage, next, now);
    }

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Withdraw(
        Guid id, int versie, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        var (next, refusal) = Programmaboek.Do(inzage, new Programmastap.VersieIntrekken(versie));
        return next is null ? refusal! : await Programmaboek.SaveAsync(http, work, inzage, next, clock.GetUtcNow());
    }
}

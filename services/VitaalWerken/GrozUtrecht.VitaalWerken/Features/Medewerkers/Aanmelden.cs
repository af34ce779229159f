using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary><c>PUT</c> and <c>DELETE /medewerkers/deelname/sessies/{sessieSleutel}</c>: a place in a session, taken and given back.</summary>
internal static class Aanmelden
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/medewerkers/deelname/sessies/{sessieSleutel:guid}", RegisterAsync)
            .ForMedewerkers()
            .WithName("putAanmelding")
            .WithSummary("Aanmelden voor een sessie")
            .WithDescription("Neemt een plaats in de sessie, tot zij begint. Nog eens aanmelden verandert niets.")
            .MayFail(DeelnemerFailures.KeyRefused, DeelnemerFailures.SessionUnknown, DeelnemerFailures.SessionBegun, DeelnemerFailures.SessionFull);
        api.MapDelete("/medewerkers/deelname/sessies/{sessieSleutel:guid}", CancelAsync)
            .ForMedewerkers()
            .WithName("deleteAanmelding")
            .WithSummary("Afmelden voor een sessie")
            .WithDescription("Geeft de plaats terug, tot de sessie begint. Nog eens afmelden verandert niets.")
            .MayFail(DeelnemerFailures.KeyRefused, DeelnemerFailures.SessionUnknown, DeelnemerFailures.SessionBegun);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RegisterAsync(
        Guid sessieSleutel, [AsParameters] Deelnamesleutelheader sleutel, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (await Deelnemer.LockAsync(work, http, sleutel) is not { } deelnemer)
            return DeelnemerFailures.KeyRefused.ToProblem();
        if (deelnemer.Sessie(sessieSleutel) is not { } sessie)
            return DeelnemerFailures.SessionUnknown.ToProblem();
        var now = clock.GetUtcNow();
        if (!deelnemer.IsOpen || now >= sessie.BegintOp)
            return DeelnemerFailures.SessionBegun.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        return await AanmeldingStore.TryAddAsync(
            connection, deelnemer.Deelname, sessieSleutel, sessie.Capaciteit, NederlandseTijd.DayOf(now), http.RequestAborted)
            ? TypedResults.NoContent()
            : DeelnemerFailures.SessionFull.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(
        Guid sessieSleutel, [AsParameters] Deelnamesleutelheader sleutel, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (await Deelnemer.LockAsync(work, http, sleutel) is not { } deelnemer)
            return DeelnemerFailures.KeyRefused.ToProblem();
        if (deelnemer.Sessie(sessieSleutel) is not { } sessie)
            return DeelnemerFailures.SessionUnknown.ToProblem();
        var now = clock.GetUtcNow();
        if (now >= sessie.BegintOp)
            return DeelnemerFailures.SessionBegun.ToProblem();

        await AanmeldingStore.RemoveAsync(
            await work.OpenAsync(http.RequestAborted), deelnemer.Deelname, sessieSleutel, NederlandseTijd.DayOf(now), http.RequestAborted);
        return TypedResults.NoContent();
    }
}

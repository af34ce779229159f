using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary><c>POST /programmas/{id}/start</c> and <c>/intrekking</c>: what was agreed begins, or the programme ends before it was completed.</summary>
internal static class StartProgramma
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/programmas/{id:guid}/start", Start)
            .WithName("StartProgramma")
            .WithSummary("Programma starten")
            .WithDescription("Door het bedrijf of de coördinator, als iedereen heeft ingestemd. Daarna kunnen werknemers meedoen.")
            .MayFail(ProgrammaFailures.Step)
            .MayFail(ProgrammaFailures.NotAgreed, ProgrammaFailures.AlreadyRunning);
        api.MapPost("/programmas/{id:guid}/intrekking", Withdraw)
            .WithName("WithdrawProgramma")
            .WithSummary("Programma intrekken")
            .WithDescription("Door het bedrijf of de coördinator, tot het is afgesloten. Leveranciers zijn daarna vrij op de tijden van sessies die nog niet begonnen.")
            .MayFail(ProgrammaFailures.Step);
    }

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Start(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        var (next, refusal) = Programmaboek.Do(inzage, new Programmastap.Starten());
        if (next is null)
            return refusal!;

        var now = clock.GetUtcNow();
        var versie = next.GeldendeVersie!.Value;
        var inhoud = (await InhoudStore.FindAsync(await work.OpenAsync(http.RequestAborted), id, versie, http.RequestAborted))!;
        work.Publish(new ProgrammaStarted
        {
            ProgrammaId = id,
            Version = inzage.Row.Version + 1,
            BedrijfId = inzage.Row.BedrijfId,
            PartnerId = inzage.Row.PartnerId,
            Gebied = inzage.Row.Gebied,
            Versie = versie,
            AantalModules = inhoud.Modules.Count,
            AantalSessies = inhoud.Sessies.Count(),
            AantalLeveranciers = next.Find(versie)!.Leveranciers.Count,
            OpgetredenOp = now,
        });
        return await Programmaboek.SaveAsync(http, work, inzage, next, now);
    }

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Withdraw(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        var (next, refusal) = Programmaboek.Do(inzage, new Programmastap.Intrekken());
        if (next is null)
            return refusal!;

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (next.GeldendeVersie is { } versie)
        {
            var inhoud = (await InhoudStore.FindAsync(connection, id, versie, http.RequestAborted))!;
            // Fewer of the bookings that are there: nobody can be in the way of them.
            await Voorstelpoort.TryBookAsync(connection, id, inhoud, sessie => sessie.BegintOp <= now, now, http.RequestAborted);
        }

        return await Programmaboek.SaveAsync(http, work, inzage, next, now);
    }
}

using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain.Programmas;
using GrozUtrecht.VitaalWerken.Features.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>A programme that is over.</summary>
internal sealed record AfsluitingAnswer(
    [property: Description("Tot en met deze dag kunnen deelnemers de laatste polsmeting geven; daarna wordt het verslag gemaakt.")] DateOnly PolsmetingTotEnMetDatum);

/// <summary><c>POST /programmas/{id}/afsluiting</c>: after the last session; a fortnight later the report is made.</summary>
internal static class CloseProgramma
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/programmas/{id:guid}/afsluiting", Handle)
        .WithSummary("Programma afsluiten")
        .WithDescription(
            "Door het bedrijf of de coördinator, als de laatste sessie voorbij is. Deelnemers hebben dan nog veertien dagen voor de laatste polsmeting; daarna wordt "
            + "het verslag een keer gemaakt en verandert het niet meer.")
        .MayFail(ProgrammaFailures.Step)
        .MayFail(ProgrammaFailures.NotRunning, ProgrammaverslagFailures.SessionsLeft);

    private static async Task<Results<Ok<AfsluitingAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (inzage, outdated) = await Programmaboek.TakeAsync(http, work, id);
        if (inzage is null)
            return outdated!;
        var (next, refusal) = Programmaboek.Do(inzage, new Programmastap.Afsluiten());
        if (next is null)
            return refusal!;
        var (connection, now) = (await work.OpenAsync(http.RequestAborted), clock.GetUtcNow());
        var inhoud = await InhoudStore.FindAsync(connection, id, next.GeldendeVersie!.Value, http.RequestAborted);
        if (inhoud!.Sessies.Any(sessie => sessie.EindigtOp > now))
            return ProgrammaverslagFailures.SessionsLeft.ToProblem();

        await Programmaboek.SaveAsync(http, work, inzage, next, now);
        var last = NederlandseTijd.DayOf(now).AddDays(Polsvenster.DaysAfterClosing);
        await VerslagStore.CloseAsync(connection, id, last, http.RequestAborted);
        return TypedResults.Ok(new AfsluitingAnswer(last));
    }
}

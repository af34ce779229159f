using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary><c>PUT /inspiratiebijeenkomsten/{id}</c>: another time, place or programme, while the meeting is to come.</summary>
internal static class ChangeInspiratiebijeenkomst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/inspiratiebijeenkomsten/{id:guid}", Handle)
        .WithSummary("Inspiratiebijeenkomst wijzigen")
        .WithDescription("Het hele plan met het programma; sprekers die wegvallen zijn weer vrij. Kan zolang de bijeenkomst gepland is.")
        .MayFail(InspiratieFailures.Change)
        .MayFail(InspiratieFailures.Plan)
        .MayFail(InspiratieFailures.AlreadyClosed);

    private static async Task<Results<Ok<InspiratieAnswer>, ProblemHttpResult>> Handle(
        Guid id, InspiratieBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (body.Refuse(now) is { } refused)
            return refused;
        var (row, refusal) = await EigenBijeenkomst.TakeAsync(http, work, id, Inspiratiestap.Wijzigen);
        if (row is null)
            return refusal!;
        if (row.GeslotenOp is not null)
            return InspiratieFailures.AlreadyClosed.ToProblem();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Sprekers.ReplaceAsync(connection, id, body.Onderdelen ?? [], now, http.RequestAborted) is { } taken)
            return taken;
        var changed = row with
        {
            Plek = body.Plek,
            BegintOp = body.BegintOp.ToUniversalTime(),
            EindigtOp = body.EindigtOp.ToUniversalTime(),
            VerwachtAantal = body.VerwachtAantal,
        };
        return await EigenBijeenkomst.SaveAsync(http, work, changed, now);
    }
}

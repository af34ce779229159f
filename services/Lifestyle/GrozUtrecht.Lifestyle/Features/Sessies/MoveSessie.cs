using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary><c>POST /activiteiten/{id}/sessies/{sessieId}/verplaatsing</c>: a session at another time, with everybody who takes part.</summary>
internal static class MoveSessie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/sessies/{sessieId:guid}/verplaatsing", Handle)
        .WithSummary("Sessie verplaatsen")
        .WithDescription(
            "Geeft een sessie die nog niet begon een andere tijd. Wie is aangemeld blijft aangemeld en ziet de nieuwe tijd in de eigen agenda: "
            + "laat het de deelnemers ook zelf weten. Een reeks plant de oude dag niet opnieuw.")
        .MayFail(SessieFailures.Unknown, SessieFailures.Over, SessieFailures.OfProeverij)
        .MayFail(SessieFailures.Refusals);

    private static async Task<Results<Ok<SessieAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid sessieId, SessieBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (now, cancellation, partnerId) = (clock.GetUtcNow(), http.RequestAborted, http.User.PartnerId());
        var connection = await work.OpenAsync(cancellation);
        // Whoever adds sessions holds the activity, so nothing can come in the way after the look.
        if (await ActiviteitStore.LockOwnAsync(connection, id, partnerId, cancellation) is null
            || await SessieStore.LockOwnAsync(connection, id, sessieId, partnerId, cancellation) is not { } row)
        {
            return SessieFailures.Unknown.ToProblem();
        }

        if (SessieRules.IsOver(Words.Read<Sessiestatus>(row.SessieStatus), row.BegintOp, now))
            return SessieFailures.Over.ToProblem();
        if (Words.Read<Sessiesoort>(row.Soort) == Sessiesoort.Proeverij)
            return SessieFailures.OfProeverij.ToProblem();
        if (SessieRules.Add(0, body.BegintOp, body.EindigtOp, now) is { } refusal)
            return SessieFailures.Of(refusal).ToProblem();

        var naar = new Reeksdag(NederlandseTijd.DayOf(body.BegintOp), body.BegintOp.ToUniversalTime(), body.EindigtOp.ToUniversalTime(), null);
        if ((await ReekssessieStore.ClashesAsync(connection, id, [naar], [sessieId], cancellation)).Count > 0)
            return SessieFailures.Overlaps.ToProblem();

        await ReekssessieStore.MoveAsync(connection, [(sessieId, naar)], now, cancellation);
        return TypedResults.Ok(SessieAnswer.Of(row with { BegintOp = naar.BegintOp, EindigtOp = naar.EindigtOp, GewijzigdOp = now }));
    }
}

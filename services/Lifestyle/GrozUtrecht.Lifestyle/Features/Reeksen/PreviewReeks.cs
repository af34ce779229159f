using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary><c>POST /activiteiten/{id}/reeksen/voorbeeld</c>: what a series would become; nothing is stored.</summary>
internal static class PreviewReeks
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/reeksen/voorbeeld", Handle)
        .WithSummary("Voorbeeld van een reeks")
        .WithDescription("De dagen waarop een reeks sessies zou hebben, en de dagen die worden overgeslagen met de reden. Er wordt niets bewaard.")
        .MayFail(ActiviteitFailures.Unknown)
        .MayFail(ReeksFailures.Refusals);

    private static async Task<Results<Ok<ReeksvoorbeeldAnswer>, ProblemHttpResult>> Handle(
        Guid id, ReeksBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var (today, regel) = (NederlandseTijd.DayOf(now), body.ToRegel());
        if (ReeksRules.Describe(regel, today) is { } refusal)
            return ReeksFailures.Of(refusal).ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ActiviteitStore.LockOwnAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is null)
            return ActiviteitFailures.Unknown.ToProblem();

        var plan = Reeksplan.Of(regel, (body.OvergeslagenDagen ?? []).ToHashSet(), regel.Vanaf, Reeksplan.Horizon(regel, today), 0, now);
        var clashes = (await ReekssessieStore.ClashesAsync(connection, id, plan.Sessies, [], http.RequestAborted)).ToHashSet();
        var dagen = plan.Dagen.Select(dag => dag.Reden is null && clashes.Contains(dag.BegintOp) ? dag with { Reden = Overslagreden.Botst } : dag).ToList();
        return TypedResults.Ok(new ReeksvoorbeeldAnswer(
            [.. dagen.Select(ReeksdagAnswer.Of)], dagen.Count(dag => dag.Reden is null), Schoolvakanties.KnownUntil));
    }
}

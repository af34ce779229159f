using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>POST /proeverijen/{id}/uitnodigingen/{uitnodigingId}/intrekking</c>: the coordinator takes an invitation back.</summary>
internal static class WithdrawUitnodiging
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen/{id:guid}/uitnodigingen/{uitnodigingId:guid}/intrekking", Handle)
        .RequireScope(ProeverijenSetup.Scope)
        .WithSummary("Uitnodiging intrekken")
        .WithDescription("Kan tot het programma is vastgesteld. De kosten komen terug in het budget; wat was toegezegd verdwijnt uit het programma.")
        .MayFail(ProeverijFailures.Unknown, ProeverijFailures.StepNotPossible, UitnodigingFailures.Unknown);

    private static async Task<Results<Ok<UitnodigingAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid uitnodigingId, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (proeverij, refusal) = await EigenProeverij.TakeAnyVersionAsync(http, work, id, Proeverijstap.Uitnodigen);
        if (proeverij is null)
            return refusal!;
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await UitnodigingStore.FindAsync(connection, id, uitnodigingId, http.RequestAborted) is not { } row)
            return UitnodigingFailures.Unknown.ToProblem();

        var now = clock.GetUtcNow();
        var withdrawn = row with { Status = Words.Of(Uitnodigingstatus.Ingetrokken), BeantwoordOp = row.BeantwoordOp ?? now };
        await UitnodigingStore.AnswerAsync(connection, withdrawn, [], http.RequestAborted);
        await EigenProeverij.SaveAsync(http, work, (await ProeverijStore.LockAsync(connection, id, http.RequestAborted))!, now);
        return TypedResults.Ok(UitnodigingAnswer.Of(withdrawn, []));
    }
}

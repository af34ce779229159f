using GrozUtrecht.Lifestyle.Features.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>POST /deelnames/{id}/aanvaarding</c>: somebody on the waiting list takes the place that came free.</summary>
internal static class AcceptPlaats
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/deelnames/{id:guid}/aanvaarding", Handle)
        .WithSummary("Aangeboden plaats aannemen")
        .WithDescription("Neemt binnen de bedenktijd de plaats aan die vrijkwam.")
        .MayFail(DeelnameFailures.Unknown, DeelnameFailures.NothingOffered, DeelnameFailures.OfferExpired)
        .MayFail(PreventiebudgetFailures.Reserving);

    private static async Task<Results<Ok<DeelnameAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, Wachtlijst wachtlijst)
    {
        var partnerId = http.User.PartnerId();
        var (row, failure) = await wachtlijst.AcceptAsync(id, partnerId, http.RequestAborted);
        return row is null ? failure!.ToProblem() : TypedResults.Ok(DeelnameAnswer.Of(row, partnerId));
    }
}

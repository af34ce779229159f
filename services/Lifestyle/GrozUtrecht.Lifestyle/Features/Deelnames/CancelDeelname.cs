using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>POST /deelnames/{id}/afmelding</c>: somebody does not come after all.</summary>
internal static class CancelDeelname
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/deelnames/{id:guid}/afmelding", Handle)
        .WithSummary("Afmelden")
        .WithDescription("Geeft een plaats of een plek op de wachtlijst op, tot de sessie begint. Een plaats die vrijkomt wordt meteen aangeboden aan wie het langst wacht.")
        .MayFail(DeelnameFailures.Unknown, DeelnameFailures.NotActive, DeelnameFailures.CancelledTooLate);

    private static async Task<Results<Ok<DeelnameAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, Wachtlijst wachtlijst)
    {
        var partnerId = http.User.PartnerId();
        var (row, failure) = await wachtlijst.CancelAsync(id, partnerId, http.RequestAborted);
        return row is null ? failure!.ToProblem() : TypedResults.Ok(DeelnameAnswer.Of(row, partnerId));
    }
}

using GrozUtrecht.Lifestyle.Data.Agenda;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary><c>DELETE /agendalinks/{id}</c>: the address shows nothing any more, at once.</summary>
internal static class WithdrawAgendalink
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/agendalinks/{id:guid}", Handle)
        .WithSummary("Agendalink intrekken")
        .WithDescription("Het adres werkt meteen niet meer.")
        .MayFail(AgendalinkFailures.Unknown);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work) =>
        await AgendalinkStore.DeleteAsync(await work.OpenAsync(http.RequestAborted), id, http.User.PartnerId(), http.RequestAborted)
            ? TypedResults.NoContent()
            : AgendalinkFailures.Unknown.ToProblem();
}

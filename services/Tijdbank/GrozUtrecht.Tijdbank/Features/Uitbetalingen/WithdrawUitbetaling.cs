using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>POST /uitbetalingen/{id}/intrekking</c>: possible until it goes to the bank.</summary>
internal static class WithdrawUitbetaling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/uitbetalingen/{id:guid}/intrekking", HandleAsync)
        .WithSummary("Uitbetaling intrekken")
        .WithDescription(
            "Trekt een uitbetaling in die nog niet naar de bank is. Uren, minuten en centen komen vrij. "
            + $"Foutcodes: {UitbetalingFailures.Unknown.Code} (404), {UitbetalingFailures.NotWithdrawable.Code} (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<UitbetalingAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, UnitOfWork work, Uitbetalingseinde einde)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await UitbetalingStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } uitbetaling)
        {
            return UitbetalingFailures.Unknown.ToProblem();
        }

        if (uitbetaling.StatusValue is not (Uitbetalingstatus.Aangevraagd or Uitbetalingstatus.Goedgekeurd))
        {
            return UitbetalingFailures.NotWithdrawable.ToProblem();
        }

        return TypedResults.Ok(UitbetalingAnswer.Of(
            await einde.EndAsync(connection, uitbetaling, Uitbetalingstatus.Ingetrokken, redencode: null, http.RequestAborted)));
    }
}

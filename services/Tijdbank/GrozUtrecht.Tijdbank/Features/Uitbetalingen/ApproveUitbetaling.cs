using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>POST /uitbetalingen/{id}/goedkeuring</c>: four eyes.</summary>
internal static class ApproveUitbetaling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/uitbetalingen/{id:guid}/goedkeuring", HandleAsync)
        .RequireScope("tijdbank:goedkeuren")
        .WithSummary("Uitbetaling goedkeuren")
        .WithDescription(
            "Een andere client dan die van de aanvraag, en dan die de bankrekening vastlegde, keurt goed (scope tijdbank:goedkeuren). "
            + $"Foutcodes: {UitbetalingFailures.Unknown.Code} (404), {UitbetalingFailures.FourEyes.Code} (403), {UitbetalingFailures.NotPending.Code} (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<UitbetalingAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await UitbetalingStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } uitbetaling)
        {
            return UitbetalingFailures.Unknown.ToProblem();
        }

        if (uitbetaling.StatusValue != Uitbetalingstatus.Aangevraagd)
        {
            return UitbetalingFailures.NotPending.ToProblem();
        }

        var writer = await BegunstigdeStore.FindWriterAsync(connection, uitbetaling.PersoonId, http.RequestAborted);
        if (http.User.ClientId() == uitbetaling.AangevraagdDoor || http.User.ClientId() == writer)
        {
            return UitbetalingFailures.FourEyes.ToProblem();
        }

        await UitbetalingStore.ApproveAsync(connection, id, http.User.ClientId(), clock.GetUtcNow(), http.RequestAborted);
        var approved = await UitbetalingStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted);
        return TypedResults.Ok(UitbetalingAnswer.Of(approved!));
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>POST /uitbetalingen/{id}/afkeuring</c>: everything is let go, and the hours can be asked for again.</summary>
internal static class RejectUitbetaling
{
    public sealed record Request(
        [property: RegularExpression("^[a-z0-9-]{1,60}$", ErrorMessage = "Een redencode is kleine letters, cijfers en streepjes."),
            Description("Uw eigen code voor de reden, zonder persoonsgegevens; bijvoorbeeld uren-onduidelijk.")] string? Redencode = null);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/uitbetalingen/{id:guid}/afkeuring", HandleAsync)
        .RequireScope("tijdbank:goedkeuren")
        .WithSummary("Uitbetaling afkeuren")
        .WithDescription(
            "Keurt een aangevraagde uitbetaling af (scope tijdbank:goedkeuren). Uren, minuten en centen komen vrij. "
            + $"Foutcodes: {UitbetalingFailures.Unknown.Code} (404), {UitbetalingFailures.NotPending.Code} (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<UitbetalingAnswer>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, HttpContext http, UnitOfWork work, Uitbetalingseinde einde)
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

        return TypedResults.Ok(UitbetalingAnswer.Of(
            await einde.EndAsync(connection, uitbetaling, Uitbetalingstatus.Afgekeurd, request.Redencode, http.RequestAborted)));
    }
}

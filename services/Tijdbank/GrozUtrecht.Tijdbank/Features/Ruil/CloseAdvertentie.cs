using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary><c>POST /advertenties/{id}/sluiting</c>: for good. Orders that were made go on.</summary>
internal static class CloseAdvertentie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/advertenties/{id:guid}/sluiting", Handle)
        .WithSummary("Advertentie sluiten")
        .WithDescription(
            "Voorgoed: niemand kan er nog op bestellen. Bestellingen die er al zijn gaan door. Stuur in If-Match de ETag die u zag. "
            + $"Foutcodes: {RuilFailures.Unknown.Code} (404), {RuilFailures.Closed.Code} (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<AdvertentieAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnAdvertentie.LockAsync(http, work, id);
        return row is null
            ? failure!.ToProblem()
            : TypedResults.Ok(await OwnAdvertentie.SaveAsync(http, work, row with { Status = Words.Of(AdvertentieStatus.Gesloten) }, clock.GetUtcNow()));
    }
}

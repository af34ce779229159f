using GrozUtrecht.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary><c>POST /maandgiften/{id}/stopzetting</c>: for good.</summary>
internal static class StopMaandgift
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/maandgiften/{id:guid}/stopzetting", Handle)
        .WithSummary("Maandgift stoppen")
        .WithDescription(
            "Voorgoed; wat gegeven is blijft gegeven. Stuur in If-Match de ETag die u zag. "
            + $"Foutcodes: {MaandgiftFailures.Unknown.Code} (404), {MaandgiftFailures.Ended.Code} (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<MaandgiftAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await ChangeMaandgift.LockAsync(http, work, id);
        return row is null
            ? failure!.ToProblem()
            : TypedResults.Ok(await ChangeMaandgift.SaveAsync(http, work, row with
            {
                Status = "gestopt", VolgendeDatum = null, Version = row.Version + 1, GewijzigdOp = clock.GetUtcNow(),
            }));
    }
}

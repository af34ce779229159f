using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Data.Bijdragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary><c>POST /wijkpotten/{id}/sluiting</c>: for good, when nothing is in it.</summary>
internal static class CloseWijkpot
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/wijkpotten/{id:guid}/sluiting", Handle)
        .WithSummary("Wijkpot sluiten")
        .WithDescription(
            "Voorgoed, en alleen als er niets meer in zit. Wat de pot deed blijft te zien. Stuur in If-Match de ETag die u zag. "
            + $"Foutcodes: {WijkpotFailures.NotManaged.Code} (403), {WijkpotFailures.Unknown.Code} (404), {WijkpotFailures.NotEmpty.Code}, "
            + $"{WijkpotFailures.StillOwes.Code} en {WijkpotFailures.Closed.Code} (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<WijkpotAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnWijkpot.LockAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await BijdrageStore.IsAwaitedAsync(connection, id, http.RequestAborted))
            return WijkpotFailures.StillOwes.ToProblem();
        return await WijkpotStore.TryCloseAccountAsync(connection, id, now, http.RequestAborted)
            ? TypedResults.Ok(await OwnWijkpot.SaveAsync(http, work, row with { GeslotenOp = now }, now))
            : WijkpotFailures.NotEmpty.ToProblem();
    }
}

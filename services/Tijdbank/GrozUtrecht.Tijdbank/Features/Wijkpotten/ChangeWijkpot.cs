using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary><c>PUT /wijkpotten/{id}</c>: by who manages it.</summary>
internal static class ChangeWijkpot
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/wijkpotten/{id:guid}", Handle)
        .WithSummary("Wijkpot wijzigen")
        .WithDescription(
            "Vervangt naam, gebied en doel. Stuur in If-Match de ETag die u zag. "
            + $"Foutcodes: {WijkpotFailures.NotManaged.Code} (403), {WijkpotFailures.Unknown.Code} (404), {WijkpotFailures.Closed.Code} (409), "
            + $"{WijkpotFailures.ContentCodes}.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<WijkpotAnswer>, ProblemHttpResult>> Handle(
        Guid id, WijkpotInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Refuse() is { } refusal)
            return refusal.ToProblem();
        var (row, failure) = await OwnWijkpot.LockAsync(http, work, id);
        return row is null
            ? failure!.ToProblem()
            : TypedResults.Ok(await OwnWijkpot.SaveAsync(http, work, request.PutInto(row), clock.GetUtcNow()));
    }
}

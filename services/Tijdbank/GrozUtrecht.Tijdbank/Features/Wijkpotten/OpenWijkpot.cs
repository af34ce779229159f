using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary><c>POST /wijkpotten</c>.</summary>
internal static class OpenWijkpot
{
    private const int MaximumOpen = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/wijkpotten", Handle)
        .WithSummary("Wijkpot openen")
        .WithDescription(
            "Een pot van een wijk, die uw organisatie beheert en waaraan iedereen kan geven. "
            + $"Foutcodes: {WijkpotFailures.TooMany.Code} (409), {WijkpotFailures.ContentCodes}.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<WijkpotAnswer>, ProblemHttpResult>> Handle(
        WijkpotInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Refuse() is { } refusal)
            return refusal.ToProblem();

        var now = clock.GetUtcNow();
        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await WijkpotStore.CountOpenAsync(connection, partnerId, http.RequestAborted) >= MaximumOpen)
            return WijkpotFailures.TooMany.ToProblem();

        var row = request.PutInto(new() { Id = Guid.CreateVersion7(now), PartnerId = partnerId, Version = 1, AangemaaktOp = now, GewijzigdOp = now });
        await WijkpotStore.OpenAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", WijkpotAnswer.Of(row));
    }
}

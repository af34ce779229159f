using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary><c>POST /maandgiften</c>.</summary>
internal static class PlanMaandgift
{
    private const int MaximumActive = 20;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/maandgiften", Handle)
        .WithSummary("Elke maand geven")
        .WithDescription(
            "Geeft elke maand op een vaste dag. Lukt het niet, dan wordt het de drie dagen erna opnieuw geprobeerd; daarna is die maand overgeslagen. "
            + $"Foutcodes: {MaandgiftFailures.TooMany.Code} (409), {MaandgiftFailures.Codes}.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<MaandgiftAnswer>, ProblemHttpResult>> Handle(
        MaandgiftInhoud request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        var empty = new MaandgiftRow { Id = Guid.CreateVersion7(now), PartnerId = http.User.PartnerId(), Status = "actief", AangemaaktOp = now };
        var (row, failure) = await request.PutIntoAsync(connection, empty, now, http.RequestAborted);
        if (row is null)
            return failure!.ToProblem();
        if (await MaandgiftStore.CountActiveAsync(connection, row.VanRekeningId, http.RequestAborted) >= MaximumActive)
            return MaandgiftFailures.TooMany.ToProblem();

        await MaandgiftStore.InsertAsync(connection, row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", MaandgiftAnswer.Of(row));
    }
}

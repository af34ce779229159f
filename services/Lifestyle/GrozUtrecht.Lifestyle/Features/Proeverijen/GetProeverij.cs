using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>GET /proeverijen/{id}</c>: one proeverij.</summary>
internal static class GetProeverij
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/proeverijen/{id:guid}", Handle)
        .WithSummary("Proeverij ophalen")
        .WithDescription("Een eigen proeverij, of een waarvoor de inschrijving open is of was. De ETag noemt de versie.")
        .MayFail(ProeverijFailures.Unknown);

    private static async Task<Results<Ok<ProeverijAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        var partnerId = http.User.PartnerId();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await ProeverijStore.FindVisibleAsync(connection, id, partnerId, http.RequestAborted) is not { } row)
            return ProeverijFailures.Unknown.ToProblem();
        ETags.Set(http, row.Version);
        return TypedResults.Ok(ProeverijAnswer.Of(row, partnerId));
    }
}

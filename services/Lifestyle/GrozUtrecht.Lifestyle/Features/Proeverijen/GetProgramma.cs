using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>GET /proeverijen/{id}/programma</c>: the tastings.</summary>
internal static class GetProgramma
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/proeverijen/{id:guid}/programma", Handle)
        .WithSummary("Programma")
        .WithDescription("Alle proeven van een proeverij die deze partner mag zien, in volgorde van tijd.")
        .MayFail(ProeverijFailures.Unknown);

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await ProeverijStore.FindVisibleAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is null
            ? ProeverijFailures.Unknown.ToProblem()
            : TypedResults.Ok(ProgrammaAnswer.Of(await ProgrammaStore.ReadAsync(connection, id, http.RequestAborted)));
    }
}

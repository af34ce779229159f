using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary><c>GET /activiteiten/{id}/sessies/{sessieId}</c>: one session.</summary>
internal static class GetSessie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/activiteiten/{id:guid}/sessies/{sessieId:guid}", Handle)
        .WithSummary("Sessie ophalen")
        .WithDescription("Een sessie van een activiteit die deze partner mag zien.")
        .MayFail(SessieFailures.Unknown);

    private static async Task<Results<Ok<SessieAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid sessieId, HttpContext http, NpgsqlDataSource database) =>
        await SessieStore.FindAsync(database, id, sessieId, http.User.PartnerId(), http.RequestAborted) is { } row
            ? TypedResults.Ok(SessieAnswer.Of(row))
            : SessieFailures.Unknown.ToProblem();
}

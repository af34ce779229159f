using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>GET /deelnames/{id}</c>: one registration, for who made it and for whose activity it is.</summary>
internal static class GetDeelname
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/deelnames/{id:guid}", Handle)
        .WithSummary("Deelname ophalen")
        .WithDescription("Een deelname die deze partner aanmeldde, of bij een activiteit van deze partner.")
        .MayFail(DeelnameFailures.Unknown);

    private static async Task<Results<Ok<DeelnameAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var partnerId = http.User.PartnerId();
        return await DeelnameStore.FindAsync(connection, id, partnerId, http.RequestAborted) is { } row
            ? TypedResults.Ok(DeelnameAnswer.Of(row, partnerId))
            : DeelnameFailures.Unknown.ToProblem();
    }
}

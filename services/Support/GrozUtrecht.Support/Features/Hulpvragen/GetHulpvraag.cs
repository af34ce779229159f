using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Hulpvragen;

internal static class GetHulpvraag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/hulpvragen/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een hulpvraag")
        .WithDescription("De ETag noemt de versie, die bij een wijziging in If-Match terugkomt.")
        .MayFail(HulpvraagFailures.Unknown);

    private static async Task<Results<Ok<HulpvraagResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await HulpvraagStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } hulpvraag)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        ETags.Set(http, hulpvraag.Version);
        return TypedResults.Ok(hulpvraag.ToResponse());
    }
}

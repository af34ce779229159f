using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Signalen;

internal static class GetSignaal
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurtsignalen/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een buurtsignaal")
        .WithDescription("De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: support.buurtsignaal.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<SignaalResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await SignaalStore.FindAsync(connection, http.User.PartnerId(), id, clock.GetUtcNow(), cancellationToken) is not { } signaal)
        {
            return SignaalFailures.Unknown.ToProblem();
        }

        ETags.Set(http, signaal.Version);
        return TypedResults.Ok(signaal.ToResponse());
    }
}

using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Werkgericht;

internal static class GetActie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurtacties/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een buurtactie")
        .WithDescription("De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: support.buurtactie.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ActieResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await ActieStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } actie)
        {
            return WerkgerichtFailures.ActieUnknown.ToProblem();
        }

        ETags.Set(http, actie.Version);
        return TypedResults.Ok(actie.ToResponse());
    }
}

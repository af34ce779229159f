using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class GetSocialeVraag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sociale-vragen/{id:guid}", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Bekijk een sociale vraag")
        .WithDescription("De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: support.sociale-vraag.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<SocialeVraagResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await SocialeVraagRows.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } vraag)
        {
            return SocialeVraagFailures.Unknown.ToProblem();
        }

        ETags.Set(http, vraag.Version);
        return TypedResults.Ok(vraag.ToResponse(clock.GetUtcNow()));
    }
}

using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

internal static class GetMatchingregels
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/matchingregels/{gebied}", HandleAsync)
        .WithSummary("Hoe in een gebied kandidaten gekozen worden")
        .WithDescription(
            "De gewichten en grenzen die nu tellen voor hulpvragen in dit gebied. De versie staat ook in de ETag. "
            + "Foutcode: support.matchingregels.gebied-onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<MatchingregelsResponse>, ProblemHttpResult>> HandleAsync(
        string gebied, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!MatchingregelsStore.IsGebied(gebied))
        {
            return MatchingregelsFailures.GebiedUnknown.ToProblem(MatchingregelsFailures.GebiedHelp);
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await MatchingregelsStore.FindAsync(connection, http.User.PartnerId(), gebied, cancellationToken);
        var response = row is null ? MatchingregelsResponse.Of(gebied, Matchingregels.Default) : MatchingregelsResponse.Of(row);
        ETags.Set(http, response.Versie);
        return TypedResults.Ok(response);
    }
}

using GrozUtrecht.Tijdbank.Domain.Onderwijs;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>GET /urenverklaringen/{id}/credential</c>: the same bytes each time.</summary>
internal static class GetCredential
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/urenverklaringen/{id:guid}/credential", Handle)
        .WithSummary("Urenverklaring als Open Badge")
        .WithDescription(
            "Een Open Badges 3.0-credential als VC-JWT (ES256). De sleutels staan op /tijdbank/.well-known/jwks.json; de kid in de kop is ook het adres van de "
            + $"sleutel zelf. Vraag bij gebruik de geldigheid op. Foutcode: {UrenverklaringFailures.Unknown.Code} (404).")
        .Produces<string>(StatusCodes.Status200OK, Urenbewijs.MediaType)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await VisibleUrenverklaring.FindAsync(http, connection, id) is { } found
            ? TypedResults.Content(found.Verklaring.Bewijs, Urenbewijs.MediaType)
            : UrenverklaringFailures.Unknown.ToProblem();
    }
}

using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>GET /betaalbatches/{id}/pain001</c>: the file for the bank, the same bytes at every download.</summary>
internal static class GetPain001
{
    private const string Xml = "application/xml";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/betaalbatches/{id:guid}/pain001", HandleAsync)
        .RequireScope("tijdbank:kas")
        .WithSummary("Bestand voor de bank ophalen")
        .WithDescription(
            "Het betaalbestand van een batch (ISO 20022 pain.001.001.09, scope tijdbank:kas), elke keer hetzelfde. "
            + $"Foutcode: {BetaalbatchFailures.FileErased.Code} (404).")
        .Produces<string>(StatusCodes.Status200OK, Xml)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, BetaalbatchStore batches)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await batches.OpenFileAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } xml)
        {
            return BetaalbatchFailures.FileErased.ToProblem();
        }

        // Names and bank accounts: no cache may keep them.
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(xml, Xml, System.Text.Encoding.UTF8);
    }
}

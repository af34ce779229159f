using System.ComponentModel;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>Whether a statement still holds. Nothing in it says whose it is.</summary>
public sealed record GeldigheidAnswer(
    Guid Id,
    string Nummer,
    bool Geldig,
    DateTimeOffset AfgegevenOp,
    [property: Description("Ontbreekt zolang de verklaring geldt.")] DateTimeOffset? IngetrokkenOp);

/// <summary><c>GET /urenverklaringen/{id}/geldigheid</c>: for anyone who was shown a statement.</summary>
internal static class GetGeldigheid
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/urenverklaringen/{id:guid}/geldigheid", Handle)
        .AllowAnonymous()
        .WithSummary("Geldigheid van een urenverklaring")
        .WithDescription(
            "Openbaar: wie een verklaring in handen heeft ziet of zij nog geldt. Zegt niets over de student. "
            + $"Foutcode: {UrenverklaringFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<GeldigheidAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await UrenverklaringStore.FindAsync(connection, id, http.RequestAborted) is { } row
            ? TypedResults.Ok(new GeldigheidAnswer(row.Id, row.Nummer, row.IngetrokkenOp is null, row.AfgegevenOp, row.IngetrokkenOp))
            : UrenverklaringFailures.Unknown.ToProblem();
    }
}

using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Features.Ondertekening;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>GET /urenverklaringen/{id}/document</c>: the statement on paper.</summary>
internal static class GetDocument
{
    public const string MediaType = "application/pdf";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/urenverklaringen/{id:guid}/document", Handle)
        .WithSummary("Urenverklaring als PDF")
        .WithDescription(
            "De verklaring met de uren per week. Namen van begeleiders staan erin zolang zij bewaard zijn; de naam van de student kent de Tijdbank niet. "
            + $"Foutcode: {UrenverklaringFailures.Unknown.Code} (404).")
        .Produces<byte[]>(StatusCodes.Status200OK, MediaType)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, HttpContext http, NpgsqlDataSource database, IOptions<OndertekeningSettings> settings)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await VisibleUrenverklaring.FindAsync(http, connection, id) is not { } found)
            return UrenverklaringFailures.Unknown.ToProblem();

        var weeks = await UrenverklaringStore.WeeksAsync(connection, id, http.RequestAborted);
        var werkprocessen = await UrenverklaringStore.WerkprocessenAsync(connection, id, http.RequestAborted);
        var pdf = UrenverklaringDocument.Of(found.Verklaring, found.Agreement, weeks, werkprocessen, settings.Value.ValidityAddress(id));
        return TypedResults.File(pdf, MediaType, $"urenverklaring-{found.Verklaring.Nummer}.pdf");
    }
}

using System.Globalization;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary><c>GET /wijkpotten/{id}/bestedingen</c>: newest first.</summary>
internal static class ListBestedingen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/wijkpotten/{id:guid}/bestedingen", Handle)
        .WithSummary("Bestedingen van een wijkpot")
        .WithDescription($"Waaraan de minuten zijn besteed, nieuwste eerst; te zien voor alle organisaties. Foutcode: {WijkpotFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<BestedingAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        var before = long.MaxValue;
        if (!string.IsNullOrEmpty(page.Cursor)
            && !(Cursor.TryDecode(page.Cursor, 1, out var parts) && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out before)))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await WijkpotStore.FindAsync(connection, id, http.RequestAborted) is null)
            return WijkpotFailures.Unknown.ToProblem();

        var rows = await WijkpotStore.ListBestedingenAsync(connection, id, before, page.Size + 1, http.RequestAborted);
        var found = CursorPage<Besteding>.Of(rows, page.Size, row => Cursor.Encode(row.Volgnummer.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.Ok(new CursorPage<BestedingAnswer>([.. found.Items.Select(BestedingAnswer.Of)], found.Volgende));
    }
}

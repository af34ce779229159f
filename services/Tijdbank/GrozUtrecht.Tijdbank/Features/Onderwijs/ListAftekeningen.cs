using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>GET /praktijkovereenkomsten/{id}/aftekeningen</c>.</summary>
internal static class ListAftekeningen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/praktijkovereenkomsten/{id:guid}/aftekeningen", Handle)
        .WithSummary("Aftekeningen opvragen")
        .WithDescription($"De afgetekende weken van een overeenkomst, oudste eerst. Foutcode: {OnderwijsFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<UrenaftekeningAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await PraktijkovereenkomstStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is null)
            return OnderwijsFailures.Unknown.ToProblem();

        var rows = await UrenaftekeningStore.ListAsync(connection, id, after, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<UrenaftekeningAnswer>.Of(
            [.. rows.Select(row => UrenaftekeningAnswer.Of(row))], page.Size, row => Cursor.Encode(row.Id)));
    }
}

using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>GET /praktijkovereenkomsten/{id}/urenverklaringen</c>.</summary>
internal static class ListUrenverklaringen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/praktijkovereenkomsten/{id:guid}/urenverklaringen", Handle)
        .WithSummary("Urenverklaringen opvragen")
        .WithDescription($"De verklaringen bij een overeenkomst, oudste eerst. Foutcode: {OnderwijsFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<UrenverklaringAnswer>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await PraktijkovereenkomstStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is null)
            return OnderwijsFailures.Unknown.ToProblem();

        var rows = await UrenverklaringStore.ListAsync(connection, id, after, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<UrenverklaringAnswer>.Of(
            [.. rows.Select(UrenverklaringAnswer.Of)], page.Size, row => Cursor.Encode(row.Id)));
    }
}

using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary><c>GET /maandgiften</c>: oldest first.</summary>
internal static class ListMaandgiften
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/maandgiften", Handle)
        .WithSummary("Maandgiften")
        .WithDescription("De maandgiften die uw organisatie maakte, oudste eerst, met wat er de laatste keer van kwam en een herinnering als dat niet lukte.");

    private static async Task<Results<Ok<CursorPage<MaandgiftAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await MaandgiftStore.ListAsync(connection, http.User.PartnerId(), after, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<MaandgiftAnswer>.Of([.. rows.Select(MaandgiftAnswer.Of)], page.Size, item => Cursor.Encode(item.Id)));
    }
}

using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>GET /praktijkovereenkomsten</c>.</summary>
internal static class ListPraktijkovereenkomsten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/praktijkovereenkomsten", Handle)
        .WithSummary("Praktijkovereenkomsten opvragen")
        .WithDescription("De overeenkomsten die uw organisatie ziet, oudste eerst.");

    private static async Task<Results<Ok<CursorPage<PraktijkovereenkomstAnswer>>, ProblemHttpResult>> Handle(
        [FromQuery(Name = "persoonId"), Description("Alleen die van deze student.")] Guid? persoonId,
        [AsParameters] PageQuery page,
        HttpContext http,
        NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await PraktijkovereenkomstStore.ListAsync(connection, http.User.PartnerId(), persoonId, after, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<PraktijkovereenkomstAnswer>.Of(
            [.. rows.Select(PraktijkovereenkomstAnswer.Of)], page.Size, agreement => Cursor.Encode(agreement.Id)));
    }
}

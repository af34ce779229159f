using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Rekeningen;

/// <summary><c>GET /rekeningen</c>: the accounts that a partner sees, or the one of a person.</summary>
internal static class ListRekeningen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rekeningen", Handle)
        .WithSummary("Rekeningen opvragen")
        .WithDescription(
            "De rekeningen die uw organisatie ziet, in volgorde van openen: die zij zelf opende en die waarop uren voor haar zijn geboekt.");

    private static async Task<Results<Ok<CursorPage<RekeningAnswer>>, ProblemHttpResult>> Handle(
        [FromQuery(Name = "persoonId"), Description("Alleen de rekening van deze persoon.")] Guid? persoonId,
        [AsParameters] PageQuery page,
        HttpContext http,
        NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await RekeningStore.ListAsync(connection, http.User.PartnerId(), persoonId, after, page.Size + 1, http.RequestAborted);
        return TypedResults.Ok(CursorPage<RekeningAnswer>.Of(
            [.. rows.Select(RekeningAnswer.Of)], page.Size, rekening => Cursor.Encode(rekening.Id)));
    }
}

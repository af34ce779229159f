using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurten;

internal static class ListBuurten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurten", HandleAsync)
        .WithSummary("Lijst van buurten")
        .WithDescription("De buurten van de eigen organisatie in volgorde van ontstaan.");

    private static async Task<Results<Ok<CursorPage<BuurtResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<BuurtRow>(new CommandDefinition(
            $"SELECT {BuurtRow.Columns} FROM buurten b WHERE b.partner_id = @partnerId AND b.id > @after ORDER BY b.id LIMIT @limit",
            new { partnerId = caller.PartnerId(), after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<BuurtResponse>.Of([.. rows.Select(row => row.ToResponse())], page.Size, buurt => Cursor.Encode(buurt.Id)));
    }
}

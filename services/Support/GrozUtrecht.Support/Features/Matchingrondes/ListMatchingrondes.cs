using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matchingrondes;

internal static class ListMatchingrondes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/matchingrondes", HandleAsync)
        .WithSummary("Lijst van matchingrondes")
        .WithDescription("Die van de eigen organisatie, in volgorde van aanvragen.");

    private static async Task<Results<Ok<CursorPage<MatchingrondeResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<MatchingrondeRow>(new CommandDefinition(
            $"SELECT {MatchingrondeRow.Columns} FROM matchingrondes WHERE partner_id = @partnerId AND id > @after ORDER BY id LIMIT @limit",
            new { partnerId = caller.PartnerId(), after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<MatchingrondeResponse>.Of([.. rows.Select(row => row.ToResponse())], page.Size, ronde => Cursor.Encode(ronde.Id)));
    }
}

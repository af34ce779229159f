using System.ComponentModel;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Aanbiedingen;

internal static class ListAanbiedingen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/aanbiedingen", HandleAsync)
        .WithSummary("Lijst van aanbiedingen die nog gelden")
        .WithDescription("Van de eigen organisatie, in volgorde van aanbieden, eventueel van een helper.");

    private static async Task<Results<Ok<CursorPage<AanbiedingResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen van deze helper.")] Guid? helperId,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<AanbiedingRow>(new CommandDefinition(
            $"""
            SELECT {AanbiedingRow.Columns} FROM aanbiedingen
            WHERE partner_id = @partnerId AND id > @after AND ingetrokken_op IS NULL AND tot > @now AND (@helperId::uuid IS NULL OR helper_id = @helperId)
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), after, helperId, now = clock.GetUtcNow(), limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<AanbiedingResponse>.Of(
            [.. rows.Select(row => row.ToResponse())], page.Size, aanbieding => Cursor.Encode(aanbieding.Id)));
    }
}

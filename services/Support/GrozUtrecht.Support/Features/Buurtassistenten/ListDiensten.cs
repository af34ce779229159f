using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

internal static class ListDiensten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/diensten", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Dienstrooster")
        .WithDescription("De diensten van de eigen organisatie in volgorde van hun begin, eventueel van een buurt of buurtassistent en binnen een tijd.");

    private static async Task<Results<Ok<CursorPage<DienstResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen van deze buurt.")] Guid? buurtId,
        [Description("Alleen van deze buurtassistent.")] Guid? buurtassistentId,
        [Description("Alleen wat na dit moment eindigt.")] DateTimeOffset? vanaf,
        [Description("Alleen wat voor dit moment begint.")] DateTimeOffset? tot,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        var (afterBegin, afterId) = (DateTimeOffset.MinValue, Guid.Empty);
        if (!string.IsNullOrEmpty(page.Cursor)
            && !(Cursor.TryDecode(page.Cursor, 2, out var parts)
                && DateTimeOffset.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out afterBegin)
                && Guid.TryParseExact(parts[1], "N", out afterId)))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<DienstRow>(new CommandDefinition(
            $"""
            SELECT {DienstRow.Columns}
            FROM diensten
            WHERE partner_id = @partnerId AND (begint_op, id) > (@afterBegin, @afterId)
              AND (@buurtId::uuid IS NULL OR buurt_id = @buurtId) AND (@buurtassistentId::uuid IS NULL OR buurtassistent_id = @buurtassistentId)
              AND (@vanaf::timestamptz IS NULL OR eindigt_op > @vanaf) AND (@tot::timestamptz IS NULL OR begint_op < @tot)
            ORDER BY begint_op, id
            LIMIT @limit
            """,
            new
            {
                partnerId = caller.PartnerId(),
                afterBegin = afterBegin.ToUniversalTime(),
                afterId,
                buurtId,
                buurtassistentId,
                vanaf = vanaf?.ToUniversalTime(),
                tot = tot?.ToUniversalTime(),
                limit = page.Size + 1,
            },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<DienstResponse>.Of(
            [.. rows.Select(row => row.ToResponse())],
            page.Size,
            dienst => Cursor.Encode(dienst.BegintOp.ToString("O", CultureInfo.InvariantCulture), dienst.Id.ToString("N"))));
    }
}

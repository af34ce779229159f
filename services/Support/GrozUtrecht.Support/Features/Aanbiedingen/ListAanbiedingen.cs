using System.ComponentModel;
using System.Security.Claims;
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
        return await IdPage.ReadAsync<AanbiedingRow, AanbiedingResponse>(
            database,
            page,
            $"""
            SELECT {AanbiedingRow.Columns} FROM aanbiedingen
            WHERE partner_id = @partnerId AND id > @after AND ingetrokken_op IS NULL AND tot > @now AND (@helperId::uuid IS NULL OR helper_id = @helperId)
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), helperId, now = clock.GetUtcNow() },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

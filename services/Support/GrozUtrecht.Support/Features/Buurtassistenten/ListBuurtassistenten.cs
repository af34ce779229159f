using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

internal static class ListBuurtassistenten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurtassistenten", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Lijst van buurtassistenten")
        .WithDescription("De buurtassistenten van de eigen organisatie in volgorde van aanmelden, eventueel die van een buurt.");

    private static async Task<Results<Ok<CursorPage<BuurtassistentResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen wie in deze buurt werkt.")] Guid? buurtId,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        return await IdPage.ReadAsync<BuurtassistentRow, BuurtassistentResponse>(
            database,
            page,
            $"""
            SELECT {BuurtassistentRow.Columns}
            FROM buurtassistenten a
            WHERE a.partner_id = @partnerId AND a.verwijderd_op IS NULL AND a.id > @after
              AND (@buurtId::uuid IS NULL OR a.id IN (SELECT buurtassistent_id FROM buurtassistent_buurten WHERE buurt_id = @buurtId))
            ORDER BY a.id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), buurtId },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

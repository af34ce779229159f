using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Werkgericht;

internal static class ListNetwerkleden
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/netwerkleden", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Het netwerk")
        .WithDescription("De netwerkleden van de eigen organisatie in volgorde van aanmelden, eventueel die van een buurt.");

    private static async Task<Results<Ok<CursorPage<NetwerklidResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen van deze buurt.")] Guid? buurtId,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        return await IdPage.ReadAsync<NetwerklidRow, NetwerklidResponse>(
            database,
            page,
            $"""
            SELECT {NetwerklidRow.Columns}
            FROM netwerkleden
            WHERE partner_id = @partnerId AND verwijderd_op IS NULL AND id > @after AND (@buurtId::uuid IS NULL OR buurt_id = @buurtId)
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), buurtId },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class ListSocialeVragen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sociale-vragen", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Inbox van sociale vragen")
        .WithDescription("De vragen van de eigen organisatie, wie het langst wacht eerst; eventueel van een buurt, een buurtassistent of met een status.");

    private static async Task<Results<Ok<CursorPage<SocialeVraagResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen van deze buurt.")] Guid? buurtId,
        [Description("Alleen vragen die in geen buurt liggen.")] bool? zonderBuurt,
        [Description("Alleen van deze buurtassistent.")] Guid? buurtassistentId,
        [Description("nieuw, opgepakt, wacht of afgerond.")]
        [AllowedValues(null, "nieuw", "opgepakt", "wacht", "afgerond", ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await IdPage.ReadAsync<SocialeVraagRow, SocialeVraagResponse>(
            database,
            page,
            $"""
            SELECT {SocialeVraagRow.Columns}
            FROM sociale_vragen
            WHERE partner_id = @partnerId AND id > @after AND (@status::text IS NULL OR status = @status)
              AND (@buurtId::uuid IS NULL OR buurt_id = @buurtId) AND (NOT @withoutBuurt OR buurt_id IS NULL)
              AND (@buurtassistentId::uuid IS NULL OR buurtassistent_id = @buurtassistentId)
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), status, buurtId, withoutBuurt = zonderBuurt ?? false, buurtassistentId },
            row => row.ToResponse(now),
            row => row.Id,
            cancellationToken);
    }
}

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

internal static class ListOverdrachten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/overdrachten", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Lijst van overdrachten")
        .WithDescription("De overdrachten van de eigen organisatie in volgorde van ontstaan, eventueel van een vraag, aan een collega of aan een buurt.");

    private static async Task<Results<Ok<CursorPage<OverdrachtResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen van deze vraag.")] Guid? socialeVraagId,
        [Description("Alleen aan deze collega.")] Guid? naarBuurtassistentId,
        [Description("Alleen aan deze buurt.")] Guid? naarBuurtId,
        [Description("gevraagd, aanvaard, geweigerd of ingetrokken.")]
        [AllowedValues(null, "gevraagd", "aanvaard", "geweigerd", "ingetrokken", ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        return await IdPage.ReadAsync<OverdrachtRow, OverdrachtResponse>(
            database,
            page,
            $"""
            SELECT {OverdrachtRow.Columns}
            FROM overdrachten
            WHERE partner_id = @partnerId AND id > @after AND (@status::text IS NULL OR status = @status)
              AND (@socialeVraagId::uuid IS NULL OR sociale_vraag_id = @socialeVraagId)
              AND (@naarBuurtassistentId::uuid IS NULL OR naar_buurtassistent_id = @naarBuurtassistentId)
              AND (@naarBuurtId::uuid IS NULL OR naar_buurt_id = @naarBuurtId)
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), status, socialeVraagId, naarBuurtassistentId, naarBuurtId },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Werkgericht;

internal static class ListActies
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurtacties", HandleAsync)
        .WithSummary("Lijst van buurtacties")
        .WithDescription("De acties van de eigen organisatie in volgorde van ontstaan; eventueel uit een signaal, van een eigenaar of met een status.");

    private static async Task<Results<Ok<CursorPage<ActieResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Alleen uit dit signaal.")] Guid? signaalId,
        [Description("Alleen van dit netwerklid.")] Guid? eigenaarId,
        [Description("open, bezig, klaar of gestopt.")]
        [AllowedValues(null, "open", "bezig", "klaar", "gestopt", ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        return await IdPage.ReadAsync<ActieRow, ActieResponse>(
            database,
            page,
            $"""
            SELECT {ActieRow.Columns}
            FROM buurtacties a
            WHERE a.partner_id = @partnerId AND a.id > @after AND (@status::text IS NULL OR a.status = @status)
              AND (@eigenaarId::uuid IS NULL OR a.eigenaar_id = @eigenaarId)
              AND (@signaalId::uuid IS NULL OR a.id IN (SELECT actie_id FROM buurtactie_signalen WHERE signaal_id = @signaalId))
            ORDER BY a.id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), status, eigenaarId, signaalId },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

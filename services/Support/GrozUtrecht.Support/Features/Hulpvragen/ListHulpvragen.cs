using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Hulpvragen;

internal static class ListHulpvragen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/hulpvragen", HandleAsync)
        .WithSummary("Lijst van hulpvragen")
        .WithDescription("De hulpvragen van de eigen organisatie in volgorde van indienen, eventueel met een status of uit een gebied.")
        .MayFail(SupportFailures.GebiedUnknown);

    private static async Task<Results<Ok<CursorPage<HulpvraagResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("open, gepland, vervuld, niet-vervuld of ingetrokken.")]
        [AllowedValues(null, "open", "gepland", "vervuld", "niet-vervuld", "ingetrokken", ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        [Description("Code van een gebied, bijvoorbeeld utrecht-oost.")] string? gebied,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        if (!GebiedFilter.TryRead(gebied, out var postcodes))
        {
            return SupportFailures.GebiedUnknown.ToProblem(SupportFailures.GebiedHelp);
        }

        return await IdPage.ReadAsync<HulpvraagRow, HulpvraagResponse>(
            database,
            page,
            $"""
            SELECT {HulpvraagRow.Columns}
            FROM hulpvragen
            WHERE partner_id = @partnerId AND id > @after
              AND (@status::text IS NULL OR status = @status) AND (@postcodes::text[] IS NULL OR postcode = ANY (@postcodes))
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), status, postcodes },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

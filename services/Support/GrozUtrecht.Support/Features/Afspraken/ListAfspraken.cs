using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Afspraken;

internal static class ListAfspraken
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/afspraken", HandleAsync)
        .WithSummary("Lijst van afspraken")
        .WithDescription("De afspraken van de eigen organisatie in volgorde van ontstaan, eventueel met een status.");

    private static async Task<Results<Ok<CursorPage<AfspraakResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("gepland, minuten-verschillen, uitgevoerd of niet-doorgegaan.")]
        [AllowedValues(null, "gepland", "minuten-verschillen", "uitgevoerd", "niet-doorgegaan", ErrorMessage = "Deze status bestaat niet.")]
        string? status,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        return await IdPage.ReadAsync<AfspraakRow, AfspraakResponse>(
            database,
            page,
            $"""
            SELECT {AfspraakRow.Columns}
            FROM afspraken
            WHERE partner_id = @partnerId AND id > @after AND (@status::text IS NULL OR status = @status)
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), status },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

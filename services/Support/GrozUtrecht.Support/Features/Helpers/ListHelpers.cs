using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Helpers;

internal static class ListHelpers
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/helpers", HandleAsync)
        .WithSummary("Lijst van helpers")
        .WithDescription("De helpers van de eigen organisatie in volgorde van aanmelding, eventueel uit een gebied.")
        .MayFail(SupportFailures.GebiedUnknown);

    private static async Task<Results<Ok<CursorPage<HelperResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page,
        [Description("Code van een gebied, bijvoorbeeld utrecht-oost.")] string? gebied,
        ClaimsPrincipal caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        if (!GebiedFilter.TryRead(gebied, out var postcodes))
        {
            return SupportFailures.GebiedUnknown.ToProblem(SupportFailures.GebiedHelp);
        }

        return await IdPage.ReadAsync<HelperRow, HelperResponse>(
            database,
            page,
            $"""
            SELECT {HelperRow.Columns}
            FROM helpers
            WHERE partner_id = @partnerId AND verwijderd_op IS NULL AND id > @after AND (@postcodes::text[] IS NULL OR postcode = ANY (@postcodes))
            ORDER BY id
            LIMIT @limit
            """,
            new { partnerId = caller.PartnerId(), postcodes },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

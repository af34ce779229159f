using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurten;

internal static class ListBuurten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurten", HandleAsync)
        .WithSummary("Lijst van buurten")
        .WithDescription("De buurten van de eigen organisatie in volgorde van ontstaan.");

    private static async Task<Results<Ok<CursorPage<BuurtResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        return await IdPage.ReadAsync<BuurtRow, BuurtResponse>(
            database,
            page,
            $"SELECT {BuurtRow.Columns} FROM buurten b WHERE b.partner_id = @partnerId AND b.id > @after ORDER BY b.id LIMIT @limit",
            new { partnerId = caller.PartnerId() },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matchingrondes;

internal static class ListMatchingrondes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/matchingrondes", HandleAsync)
        .WithSummary("Lijst van matchingrondes")
        .WithDescription("Die van de eigen organisatie, in volgorde van aanvragen.");

    private static async Task<Results<Ok<CursorPage<MatchingrondeResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        return await IdPage.ReadAsync<MatchingrondeRow, MatchingrondeResponse>(
            database,
            page,
            $"SELECT {MatchingrondeRow.Columns} FROM matchingrondes WHERE partner_id = @partnerId AND id > @after ORDER BY id LIMIT @limit",
            new { partnerId = caller.PartnerId() },
            row => row.ToResponse(),
            row => row.Id,
            cancellationToken);
    }
}

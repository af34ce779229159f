using Dapper;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Partners;

/// <summary>One partner.</summary>
internal static class GetPartner
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/partners/{id:guid}", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithSummary("Haal een partner op")
        .MayFail(PartnerFailures.Unknown);

    private static async Task<Results<Ok<Partner>, ProblemHttpResult>> HandleAsync(
        Guid id, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var partner = await connection.QuerySingleOrDefaultAsync<Partner>(new CommandDefinition(
            "select id, naam, created_at as aangemaakt_op from partners where id = @id", new { id }, cancellationToken: cancellationToken));
        return partner is null ? PartnerFailures.Unknown.ToProblem() : TypedResults.Ok(partner);
    }
}

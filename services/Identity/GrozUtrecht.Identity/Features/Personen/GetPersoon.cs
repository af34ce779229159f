using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Personen;

/// <summary>One person of the partner.</summary>
internal static class GetPersoon
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/personen/{id:guid}", HandleAsync)
        .WithSummary("Haal een persoon op")
        .MayFail(PersoonFailures.Unknown);

    private static async Task<Results<Ok<Persoon>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var persoon = await connection.QuerySingleOrDefaultAsync<Persoon>(new CommandDefinition(
            "select id, created_at as aangemaakt_op from personen where id = @id and partner_id = @partnerId",
            new { id, partnerId = caller.PartnerId() },
            cancellationToken: cancellationToken));
        return persoon is null ? PersoonFailures.Unknown.ToProblem() : TypedResults.Ok(persoon);
    }
}

using System.Security.Claims;
using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Identity.Features.Personen;

/// <summary>Removes a person here, and by its event everywhere.</summary>
internal static class RemovePersoon
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/personen/{id:guid}", HandleAsync)
        .WithSummary("Verwijder een persoon")
        .WithDescription("Alle diensten wissen daarna wat zij onder dit nummer bewaren. Dit kan niet ongedaan worden gemaakt.")
        .MayFail(PersoonFailures.Unknown);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var version = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "delete from personen where id = @id and partner_id = @partnerId returning version",
            new { id, partnerId = caller.PartnerId() },
            cancellationToken: cancellationToken));
        if (version is null)
        {
            return PersoonFailures.Unknown.ToProblem();
        }

        work.Publish(new PersoonVerwijderd { PersoonId = id, Version = version.Value + 1, OpgetredenOp = clock.GetUtcNow() });
        return TypedResults.NoContent();
    }
}

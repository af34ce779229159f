using Dapper;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Identity.Features.Clients;

/// <summary>Ends a client and every token it holds.</summary>
internal static class RevokeClient
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/clients/{clientId}", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithSummary("Trek een client in")
        .WithDescription("De client krijgt geen tokens meer, en de diensten weigeren binnen enkele seconden ook de tokens die hij al had. Nogmaals intrekken verandert niets.")
        .MayFail(ClientFailures.Unknown);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string clientId, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!ClientIds.IsValid(clientId))
        {
            return ClientFailures.Unknown.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        var found = await connection.ExecuteAsync(new CommandDefinition(
            "update clients set revoked_at = coalesce(revoked_at, @now) where client_id = @clientId",
            new { clientId, now = clock.GetUtcNow() },
            cancellationToken: cancellationToken));
        return found == 0 ? ClientFailures.Unknown.ToProblem() : TypedResults.NoContent();
    }
}

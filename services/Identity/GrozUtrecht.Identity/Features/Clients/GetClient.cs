using Dapper;
using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Clients;

/// <summary>One client, revoked or not.</summary>
internal static class GetClient
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/clients/{clientId}", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithSummary("Haal een client op")
        .MayFail(ClientFailures.Unknown);

    private static async Task<Results<Ok<Client>, ProblemHttpResult>> HandleAsync(
        string clientId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (!ClientIds.IsValid(clientId))
        {
            return ClientFailures.Unknown.ToProblem();
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<ClientRow>(new CommandDefinition(
            $"select {ClientStore.Columns} from clients where client_id = @clientId", new { clientId }, cancellationToken: cancellationToken));
        return row is null ? ClientFailures.Unknown.ToProblem() : TypedResults.Ok(Client.Of(row));
    }
}

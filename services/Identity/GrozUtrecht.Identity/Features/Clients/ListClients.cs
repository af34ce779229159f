using Dapper;
using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Clients;

/// <summary>The clients of a partner.</summary>
internal static class ListClients
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/partners/{partnerId:guid}/clients", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithSummary("Haal de clients van een partner op");

    private static async Task<Results<Ok<CursorPage<Client>>, ProblemHttpResult>> HandleAsync(
        Guid partnerId, [AsParameters] PageQuery page, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var after = "";
        if (!string.IsNullOrEmpty(page.Cursor))
        {
            if (!Cursor.TryDecode(page.Cursor, 1, out var parts) || !ClientIds.IsValid(parts[0]))
            {
                return RequestFailures.CursorInvalid.ToProblem();
            }

            after = parts[0];
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<ClientRow>(new CommandDefinition(
            $"""
             select {ClientStore.Columns} from clients
             where partner_id = @partnerId and client_id > @after
             order by client_id limit @limit
             """,
            new { partnerId, after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<Client>.Of([.. rows.Select(Client.Of)], page.Size, client => Cursor.Encode(client.ClientId)));
    }
}

using Dapper;
using GrozUtrecht.Identity.Domain;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Partners;

/// <summary>All partners in order of registration.</summary>
internal static class ListPartners
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/partners", HandleAsync)
        .RequireScope(Scopes.Manage)
        .WithSummary("Haal de partners op");

    private static async Task<Results<Ok<CursorPage<Partner>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Partner>(new CommandDefinition(
            "select id, naam, created_at as aangemaakt_op from partners where id > @after order by id limit @limit",
            new { after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<Partner>.Of(rows.AsList(), page.Size, partner => Cursor.Encode(partner.Id)));
    }
}

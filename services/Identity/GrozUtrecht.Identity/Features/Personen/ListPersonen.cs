using System.Security.Claims;
using Dapper;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Personen;

/// <summary>The partner's persons in order of creation.</summary>
internal static class ListPersonen
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/personen", HandleAsync)
        .WithSummary("Haal de personen van de partner op");

    private static async Task<Results<Ok<CursorPage<Persoon>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (!Cursor.TryDecode(page.Cursor, out var after))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Persoon>(new CommandDefinition(
            """
            select id, created_at as aangemaakt_op from personen
            where partner_id = @partnerId and id > @after
            order by id limit @limit
            """,
            new { partnerId = caller.PartnerId(), after, limit = page.Size + 1 },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(CursorPage<Persoon>.Of(rows.AsList(), page.Size, persoon => Cursor.Encode(persoon.Id)));
    }
}

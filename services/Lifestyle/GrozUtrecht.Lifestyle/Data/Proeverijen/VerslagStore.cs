using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>SQL for the report of a proeverij: counts, never people.</summary>
internal static class VerslagStore
{
    /// <summary>How many people came, and how many tastings they attended together.</summary>
    public static Task<(int Reached, int Tasted)> CountAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<(int, int)>(new CommandDefinition(
            """
            SELECT count(DISTINCT route_id)::int, count(*)::int
            FROM proeverij_routes
            JOIN proeverij_route_deelnames ON route_id = proeverij_routes.id
            JOIN deelnames ON deelnames.id = deelname_id
            WHERE proeverij_routes.proeverij_id = @proeverijId AND deelnames.status = 'aanwezig'
            """,
            new { proeverijId },
            cancellationToken: cancellationToken));
}

using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>SQL on the routes of a proeverij. Registrations join them by themselves: see migration 0061.</summary>
internal static class RouteStore
{
    public const string Columns = "id, proeverij_id, partner_id, persoon_id, gast_id, code, wens_dimensies, wens_activiteiten, aangemaakt_op";

    /// <summary>Made by this partner, or for its own proeverij.</summary>
    public const string Visible =
        "(partner_id = @partnerId OR EXISTS (SELECT FROM proeverijen p WHERE p.id = proeverij_id AND p.partner_id = @partnerId))";

    /// <summary>Adds the route; false when somebody else at this proeverij has the same code.</summary>
    public static async Task<bool> TryInsertAsync(NpgsqlConnection connection, RouteRow row, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO proeverij_routes ({Columns})
            VALUES (@Id, @ProeverijId, @PartnerId, @PersoonId, @GastId, @Code, @WensDimensies, @WensActiviteiten, @AangemaaktOp)
            ON CONFLICT ON CONSTRAINT one_code_per_proeverij DO NOTHING
            """,
            row,
            cancellationToken: cancellationToken)) == 1;

    public static Task ChangeWensAsync(NpgsqlConnection connection, RouteRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE proeverij_routes SET wens_dimensies = @WensDimensies, wens_activiteiten = @WensActiviteiten WHERE id = @Id",
            row,
            cancellationToken: cancellationToken));

    public static Task<RouteRow?> FindAsync(NpgsqlConnection connection, Guid proeverijId, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<RouteRow>(new CommandDefinition(
            $"SELECT {Columns} FROM proeverij_routes WHERE id = @id AND proeverij_id = @proeverijId AND {Visible}",
            new { proeverijId, id, partnerId },
            cancellationToken: cancellationToken));

    public static Task<RouteRow?> FindByCodeAsync(
        NpgsqlConnection connection, Guid proeverijId, string code, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<RouteRow>(new CommandDefinition(
            $"SELECT {Columns} FROM proeverij_routes WHERE code = @code AND proeverij_id = @proeverijId AND {Visible}",
            new { proeverijId, code, partnerId },
            cancellationToken: cancellationToken));

    public static Task<RouteRow?> FindOfAsync(
        NpgsqlConnection connection, Guid proeverijId, Guid? persoonId, Guid? gastId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<RouteRow>(new CommandDefinition(
            $"SELECT {Columns} FROM proeverij_routes WHERE proeverij_id = @proeverijId AND (persoon_id = @persoonId OR gast_id = @gastId)",
            new { proeverijId, persoonId, gastId },
            cancellationToken: cancellationToken));

    /// <summary>The tastings of these routes in order of time, without those that were called off.</summary>
    public static async Task<IReadOnlyList<RouteproefRow>> ProevenAsync(
        NpgsqlConnection connection, IReadOnlyCollection<Guid> routeIds, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<RouteproefRow>(new CommandDefinition(
            """
            SELECT rd.route_id, d.id AS deelname_id, d.version AS deelname_versie, d.status, d.code, d.sessie_id, p.ronde, s.begint_op, s.eindigt_op,
                   s.gewijzigd_op, z.naam AS ruimte, s.locatienaam, d.activiteit_id, a.naam AS activiteit, b.naam AS aanbieder, a.dimensies
            FROM proeverij_route_deelnames rd
            JOIN deelnames d ON d.id = rd.deelname_id
            JOIN sessies s ON s.id = d.sessie_id
            JOIN proeven p ON p.sessie_id = d.sessie_id
            JOIN proeverij_ruimtes z ON z.id = p.ruimte_id
            JOIN aanbieders b ON b.id = p.aanbieder_id
            JOIN activiteiten a ON a.id = d.activiteit_id
            WHERE rd.route_id = ANY (@routeIds) AND d.status NOT IN ('afgemeld', 'verlopen')
            ORDER BY p.ronde, d.id
            """,
            new { routeIds = routeIds.ToArray() },
            cancellationToken: cancellationToken))).AsList();
}

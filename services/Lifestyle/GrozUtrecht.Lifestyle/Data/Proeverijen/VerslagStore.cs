using System.Text.Json;
using Dapper;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>SQL for the report of a proeverij: counts, never people.</summary>
internal static class VerslagStore
{
    private const string People =
        """
        SELECT count(DISTINCT route_id) FILTER (WHERE d.status NOT IN ('afgemeld', 'verlopen', 'vervallen'))::int AS ingeschreven,
               count(DISTINCT route_id) FILTER (WHERE d.status = 'aanwezig')::int AS bereikt,
               count(*) FILTER (WHERE d.status = 'aanwezig')::int AS geproefd,
               count(DISTINCT route_id) FILTER (WHERE d.status = 'aanwezig' AND teruggekomen_op IS NOT NULL)::int AS teruggekomen,
               (SELECT count(*)::int FROM deelnames v JOIN sessies s ON s.id = v.sessie_id AND s.soort = 'regulier'
                WHERE v.proeverij_id = @proeverijId AND v.status NOT IN ('afgemeld', 'verlopen', 'vervallen')) AS vervolg,
               (SELECT count(*)::int FROM proeverij_ervaringen e WHERE e.proeverij_id = @proeverijId) AS ervaringen
        FROM proeverij_routes r
        JOIN proeverij_route_deelnames ON route_id = r.id
        JOIN deelnames d ON d.id = deelname_id
        WHERE r.proeverij_id = @proeverijId
        """;

    private const string Tastings =
        """
        SELECT p.aanbieder_id, b.naam AS aanbieder, a.dimensies, count(*) FILTER (WHERE d.status = 'aanwezig')::int AS geproefd,
               count(e.deelname_id)::int AS antwoorden, coalesce(sum(e.gezicht), 0)::int AS som_gezicht,
               count(*) FILTER (WHERE e.terugkomen = 'ja')::int AS ja, count(*) FILTER (WHERE e.terugkomen = 'misschien')::int AS misschien,
               count(*) FILTER (WHERE e.terugkomen = 'nee')::int AS nee
        FROM proeven p
        JOIN proeverij_toezeggingen t ON t.id = p.toezegging_id
        JOIN aanbieders b ON b.id = p.aanbieder_id
        JOIN activiteiten a ON a.id = t.activiteit_id
        LEFT JOIN deelnames d ON d.sessie_id = p.sessie_id AND d.rol = 'deelnemer'
        LEFT JOIN proeverij_ervaringen e ON e.deelname_id = d.id
        WHERE p.proeverij_id = @proeverijId
        GROUP BY p.aanbieder_id, b.naam, a.id, a.dimensies
        ORDER BY a.id
        """;

    /// <summary>How many people came, and how many tastings they attended together.</summary>
    public static async Task<(int Reached, int Tasted)> CountAsync(NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken)
    {
        var people = await connection.QuerySingleAsync<PeopleRow>(new CommandDefinition(People, new { proeverijId }, cancellationToken: cancellationToken));
        return (people.Bereikt, people.Geproefd);
    }

    /// <summary>The report as it is now.</summary>
    public static async Task<Verslag> MakeAsync(NpgsqlConnection connection, ProeverijRow proeverij, CancellationToken cancellationToken)
    {
        var parameters = new { proeverijId = proeverij.Id };
        var people = await connection.QuerySingleAsync<PeopleRow>(new CommandDefinition(People, parameters, cancellationToken: cancellationToken));
        var tastings = (await connection.QueryAsync<TastingRow>(new CommandDefinition(Tastings, parameters, cancellationToken: cancellationToken)))
            .Select(row => new Proefcijfers(
                row.AanbiederId, row.Aanbieder, Words.Read<Dimensie>(row.Dimensies), row.Geproefd, row.Antwoorden, row.SomGezicht, row.Ja, row.Misschien, row.Nee))
            .ToList();
        return new()
        {
            IngeschrevenAantal = people.Ingeschreven,
            BereiktAantal = people.Bereikt,
            GeproefdAantal = people.Geproefd,
            TeruggekomenAantal = people.Teruggekomen,
            VervolgAantal = people.Vervolg,
            ErvaringenAantal = people.Ervaringen,
            KostenCenten = proeverij.KostenCenten,
            BudgetCenten = proeverij.BudgetCenten,
            PerDimensie = Ervaringcijfers.PerDimensie(tastings),
            PerAanbieder = Ervaringcijfers.PerAanbieder(tastings),
        };
    }

    /// <summary>The report as it was fixed; null while it is not.</summary>
    public static async Task<(Verslag Verslag, DateTimeOffset FixedAt)?> FindFixedAsync(
        NpgsqlConnection connection, Guid proeverijId, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<FixedRow>(new CommandDefinition(
            "SELECT inhoud::text AS inhoud, vastgelegd_op FROM proeverij_verslagen WHERE proeverij_id = @proeverijId",
            new { proeverijId },
            cancellationToken: cancellationToken));
        return row is null ? null : (JsonSerializer.Deserialize<Verslag>(row.Inhoud)!, row.VastgelegdOp);
    }

    /// <summary>Fixes the report of a locked proeverij, and forgets what only served until now: remarks and wishes.</summary>
    public static Task FixAsync(NpgsqlConnection connection, Guid proeverijId, Verslag verslag, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO proeverij_verslagen (proeverij_id, inhoud, vastgelegd_op) VALUES (@proeverijId, @inhoud::jsonb, @now);
            UPDATE proeverij_ervaringen SET opmerking = NULL WHERE proeverij_id = @proeverijId AND opmerking IS NOT NULL;
            UPDATE proeverij_routes SET wens_dimensies = '{}', wens_activiteiten = '{}' WHERE proeverij_id = @proeverijId;
            """,
            new { proeverijId, inhoud = JsonSerializer.Serialize(verslag), now },
            cancellationToken: cancellationToken));

    /// <summary>One proeverij whose report is due, locked; null when there is none that nobody else holds.</summary>
    public static Task<ProeverijRow?> LockDueAsync(NpgsqlConnection connection, DateTimeOffset endedBy, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ProeverijRow>(new CommandDefinition(
            $"""
            SELECT {ProeverijStore.Columns} FROM proeverijen
            WHERE status IN ('gehouden', 'afgesloten') AND eindigt_op <= @endedBy
              AND NOT EXISTS (SELECT FROM proeverij_verslagen WHERE proeverij_id = proeverijen.id)
            ORDER BY eindigt_op
            LIMIT 1
            FOR NO KEY UPDATE SKIP LOCKED
            """,
            new { endedBy },
            cancellationToken: cancellationToken));

    private sealed record PeopleRow(int Ingeschreven, int Bereikt, int Geproefd, int Teruggekomen, int Vervolg, int Ervaringen);

    private sealed record FixedRow
    {
        public required string Inhoud { get; init; }

        public required DateTimeOffset VastgelegdOp { get; init; }
    }

    private sealed record TastingRow
    {
        public required Guid AanbiederId { get; init; }

        public required string Aanbieder { get; init; }

        public required string[] Dimensies { get; init; }

        public required int Geproefd { get; init; }

        public required int Antwoorden { get; init; }

        public required int SomGezicht { get; init; }

        public required int Ja { get; init; }

        public required int Misschien { get; init; }

        public required int Nee { get; init; }
    }
}

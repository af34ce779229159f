using Dapper;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Bijdragen;

/// <summary>What was contributed in one year, of one kind, to one kind of receiver. Amounts are in the unit of the kind.</summary>
internal sealed record Bijdragetotaal
{
    public required string Soort { get; init; }

    public required string OntvangerSoort { get; init; }

    public required int Aantal { get; init; }

    public required long Toegezegd { get; init; }

    public required long Gepland { get; init; }

    public required long Geleverd { get; init; }

    public required long Bevestigd { get; init; }

    public required long Betwist { get; init; }
}

/// <summary>Sums over <c>bijdragen</c>. A pledge counts in the year in which it was made, a delivery in the year of delivery.</summary>
internal static class BijdragetotalenStore
{
    public static Task<IReadOnlyList<Bijdragetotaal>> OfBedrijfAsync(
        NpgsqlConnection connection, Guid bedrijfId, int jaar, CancellationToken cancellationToken) =>
        SumAsync(connection, "bedrijf_id = @bedrijfId", new { bedrijfId, van = new DateOnly(jaar, 1, 1), tot = new DateOnly(jaar + 1, 1, 1) }, cancellationToken);

    public static Task<IReadOnlyList<Bijdragetotaal>> OfGebiedAsync(
        NpgsqlConnection connection, string gebied, int jaar, CancellationToken cancellationToken) =>
        SumAsync(connection, "gebied = @gebied", new { gebied, van = new DateOnly(jaar, 1, 1), tot = new DateOnly(jaar + 1, 1, 1) }, cancellationToken);

    /// <summary>How many companies contributed something in the year: pledged or delivered, and not withdrawn.</summary>
    public static Task<int> CountBedrijvenAsync(NpgsqlConnection connection, string gebied, int jaar, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            SELECT count(DISTINCT bedrijf_id)::int FROM bijdragen
            WHERE gebied = @gebied AND status <> 'ingetrokken'
              AND (toegezegd_datum >= @van AND toegezegd_datum < @tot OR geleverd_datum >= @van AND geleverd_datum < @tot)
            """,
            new { gebied, van = new DateOnly(jaar, 1, 1), tot = new DateOnly(jaar + 1, 1, 1) },
            cancellationToken: cancellationToken));

    // What the Tijdbank refused has not arrived, and what was disputed is told apart.
    private static async Task<IReadOnlyList<Bijdragetotaal>> SumAsync(
        NpgsqlConnection connection, string whose, object parameters, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Bijdragetotaal>(new CommandDefinition(
            $"""
             SELECT soort, ontvanger_soort, count(*)::int AS aantal,
                    coalesce(sum(hoeveelheid) FILTER (WHERE toegezegd_datum >= @van AND toegezegd_datum < @tot), 0)::bigint AS toegezegd,
                    coalesce(sum(hoeveelheid) FILTER (WHERE status = 'gepland' AND gepland_datum >= @van AND gepland_datum < @tot), 0)::bigint AS gepland,
                    coalesce(sum(hoeveelheid) FILTER (WHERE dit_jaar AND status IN ('geleverd', 'bevestigd')
                                                        AND boeking IS DISTINCT FROM 'geweigerd'), 0)::bigint AS geleverd,
                    coalesce(sum(hoeveelheid) FILTER (WHERE dit_jaar AND status = 'bevestigd'), 0)::bigint AS bevestigd,
                    coalesce(sum(hoeveelheid) FILTER (WHERE dit_jaar AND status = 'betwist'), 0)::bigint AS betwist
             FROM (
               SELECT *, CASE soort WHEN 'euro' THEN bedrag_centen WHEN 'uren' THEN duur_minuten WHEN 'producten' THEN aantal ELSE dagdelen END AS hoeveelheid,
                      coalesce(geleverd_datum >= @van AND geleverd_datum < @tot, false) AS dit_jaar
               FROM bijdragen
               WHERE {whose} AND status <> 'ingetrokken'
                 AND (toegezegd_datum >= @van AND toegezegd_datum < @tot OR gepland_datum >= @van AND gepland_datum < @tot
                      OR geleverd_datum >= @van AND geleverd_datum < @tot)) AS b
             GROUP BY soort, ontvanger_soort
             ORDER BY soort, ontvanger_soort
             """,
            parameters,
            cancellationToken: cancellationToken))];
}

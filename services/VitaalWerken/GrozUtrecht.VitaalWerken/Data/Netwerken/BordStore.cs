using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Netwerken;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Netwerken;

/// <summary>What waits in a network: one query over everything that has a next step.</summary>
internal static class BordStore
{
    /// <summary>More than any coordinator can handle; a network that has so much to do needs people, not a longer list.</summary>
    public const int MaximumDraden = 20_000;

    // Every branch says what waits, of which company, and since when. How long is too long is not decided here.
    private const string Waiting =
        """
        WITH lid AS MATERIALIZED (SELECT id, status, belangstellend_op, lid_op FROM bedrijven WHERE gebied = @gebied AND status <> 'vertrokken')
        SELECT 'bedrijf-zonder-bijeenkomst' AS soort, lid.id AS bedrijf_id, lid.id AS bron_id, lid.belangstellend_op AS sinds
        FROM lid
        WHERE lid.status = 'belangstellend'
          AND NOT EXISTS (SELECT FROM inspiratiebijeenkomsten AS i WHERE i.bedrijf_id = lid.id AND i.status <> 'afgelast')
        UNION ALL
        SELECT 'bijeenkomst-niet-gemeld', i.bedrijf_id, i.id, i.eindigt_op
        FROM inspiratiebijeenkomsten AS i JOIN lid ON lid.id = i.bedrijf_id
        WHERE i.status = 'gepland' AND i.eindigt_op < @now
        UNION ALL
        SELECT 'bijeenkomst-zonder-opvolging', i.bedrijf_id, i.id, i.gehouden_op
        FROM inspiratiebijeenkomsten AS i JOIN lid ON lid.id = i.bedrijf_id
        WHERE i.status = 'gehouden'
        UNION ALL
        SELECT 'lid-zonder-bedrijfsscan', lid.id, lid.id, lid.lid_op
        FROM lid
        WHERE lid.status = 'lid' AND NOT EXISTS (SELECT FROM bedrijfsscans AS s WHERE s.bedrijf_id = lid.id)
        UNION ALL
        SELECT 'behoefte-zonder-koppeling', s.bedrijf_id, s.bedrijf_id, min(s.ingevuld_op)
        FROM bedrijfsscans AS s JOIN lid ON lid.id = s.bedrijf_id
        WHERE NOT EXISTS (SELECT FROM koppelingen AS k WHERE k.bedrijf_id = s.bedrijf_id AND k.status IN ('voorgesteld', 'gemaakt'))
        GROUP BY s.bedrijf_id
        UNION ALL
        SELECT 'koppeling-zonder-antwoord', k.bedrijf_id, k.id, k.aangemaakt_op
        FROM koppelingen AS k JOIN lid ON lid.id = k.bedrijf_id
        WHERE k.status = 'voorgesteld'
        UNION ALL
        SELECT 'koppeling-zonder-programma', k.bedrijf_id, k.id, greatest(k.akkoord_bedrijf_op, k.akkoord_leverancier_op)
        FROM koppelingen AS k JOIN lid ON lid.id = k.bedrijf_id
        WHERE k.status = 'gemaakt' AND NOT EXISTS (SELECT FROM modules AS m WHERE m.koppeling_id = k.id)
        UNION ALL
        SELECT 'programma-zonder-instemming', p.bedrijf_id, p.id, v.voorgesteld_op
        FROM programmas AS p JOIN lid ON lid.id = p.bedrijf_id JOIN programmaversies AS v ON v.programma_id = p.id AND v.status = 'voorgesteld'
        WHERE p.status IN ('voorgesteld', 'overeengekomen', 'lopend')
        UNION ALL
        SELECT 'programma-zonder-afsluiting', p.bedrijf_id, p.id, max(s.eindigt_op)
        FROM programmas AS p JOIN lid ON lid.id = p.bedrijf_id
        JOIN programmasessies AS s ON s.programma_id = p.id AND s.versie = p.geldende_versie
        WHERE p.status = 'lopend'
        GROUP BY p.bedrijf_id, p.id
        HAVING max(s.eindigt_op) < @now
        UNION ALL
        SELECT CASE WHEN b.status = 'betwist' THEN 'bijdrage-betwist' WHEN b.status = 'geleverd' THEN 'bijdrage-niet-geboekt' ELSE 'bijdrage-te-laat' END,
               b.bedrijf_id, b.id, CASE WHEN b.status = 'gepland' THEN b.gepland_datum::timestamp AT TIME ZONE 'Europe/Amsterdam' ELSE b.gewijzigd_op END
        FROM bijdragen AS b JOIN lid ON lid.id = b.bedrijf_id
        WHERE b.status = 'betwist' OR (b.status = 'geleverd' AND b.boeking = 'geweigerd') OR (b.status = 'gepland' AND b.gepland_datum < @today)
        """;

    // By how much each day before this one changed the enrolments of a programme: what may be shown of it is not decided here. Of a programme
    // with a report, the number of the report.
    private const string Enrolled =
        """
        SELECT p.id, p.bedrijf_id, p.gebied, p.status, p.overeengekomen_op, v.programma_id IS NOT NULL AS heeft_verslag,
               coalesce((v.verslag #>> '{bereik,ingeschreven}')::integer, 0) AS volgens_verslag,
               CASE WHEN v.programma_id IS NULL THEN ARRAY(
                 SELECT t.saldo FROM medewerkers.tellingen AS t
                 WHERE t.programma_id = p.id AND t.sessie_sleutel IS NULL AND t.datum < @today ORDER BY t.datum) ELSE '{}' END AS saldi
        FROM programmas AS p LEFT JOIN programmaverslagen AS v ON v.programma_id = p.id AND v.verslag IS NOT NULL
        WHERE p.gebied = ANY (@gebieden) AND p.status IN ('overeengekomen', 'lopend', 'afgesloten')
        """;

    private const string Counted =
        """
        SELECT (SELECT count(*) FROM bedrijven WHERE gebied = @gebied AND status = 'belangstellend')::integer AS belangstellenden,
               (SELECT count(*) FROM bedrijven WHERE gebied = @gebied AND status = 'lid')::integer AS leden,
               (SELECT count(*) FROM bedrijven WHERE gebied = @gebied AND status = 'vertrokken')::integer AS vertrokken,
               (SELECT count(*) FROM koppelingen AS k JOIN bedrijven AS b ON b.id = k.bedrijf_id WHERE b.gebied = @gebied AND k.status = 'gemaakt')::integer AS koppelingen,
               (SELECT count(*) FROM inspiratiebijeenkomsten WHERE gebied = @gebied AND status IN ('gehouden', 'opgevolgd'))::integer AS bijeenkomsten,
               (SELECT count(*) FROM programmas WHERE gebied = @gebied AND status = 'lopend')::integer AS lopend,
               (SELECT count(*) FROM programmas WHERE gebied = @gebied AND status = 'afgesloten')::integer AS afgesloten,
               (SELECT count(*) FROM leveranciers WHERE gebied = @gebied AND status = 'actief')::integer AS leveranciers,
               (SELECT count(*) FROM inkopen WHERE gebied = @gebied AND status = 'afgerekend' AND leverancier_soort = 'bewonersinitiatief')::integer AS inkopen
        """;

    /// <summary>Everything that the board of a network is made of, in one round trip.</summary>
    public static async Task<Bordfeiten> ReadAsync(NpgsqlConnection connection, string gebied, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            {Waiting} LIMIT {MaximumDraden};
            {Enrolled};
            {Counted};
            """,
            new { gebied, gebieden = new[] { gebied }, now, today = NederlandseTijd.DayOf(now) },
            cancellationToken: cancellationToken));
        return new(
            [.. (await answers.ReadAsync<Draadrij>()).Select(row => new Draad(Words.Read<Stilstand>(row.Soort), row.BedrijfId, row.BronId, row.Sinds))],
            (await answers.ReadAsync<Bordprogramma>()).AsList(),
            await answers.ReadSingleAsync<Bordtelling>());
    }

    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        NpgsqlConnection connection, IEnumerable<Guid> bedrijven, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(Guid Id, string Naam)>(new CommandDefinition(
            "SELECT id, naam FROM bedrijven WHERE id = ANY (@ids)", new { ids = bedrijven.Distinct().ToArray() }, cancellationToken: cancellationToken)))
            .ToDictionary(row => row.Id, row => row.Naam);

    /// <summary>The programmes of these areas with the numbers enrolled.</summary>
    public static async Task<IReadOnlyList<Bordprogramma>> ProgrammasAsync(
        NpgsqlConnection connection, string[] gebieden, DateOnly today, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Bordprogramma>(new CommandDefinition(Enrolled, new { gebieden, today }, cancellationToken: cancellationToken))).AsList();

    private sealed record Draadrij
    {
        public required string Soort { get; init; }

        public required Guid BedrijfId { get; init; }

        public required Guid BronId { get; init; }

        public required DateTimeOffset Sinds { get; init; }
    }
}

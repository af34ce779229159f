using Dapper;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>What a report is made from, added up by the database: no row of one person leaves it.</summary>
internal static class VerslagbronStore
{
    private const int BitsOfInt = 31;

    // Everybody is in one of two groups, with or without a middle, so each mark is added up once.
    private const string Polsen =
        """
        SELECT onderwerp, midden IS NOT NULL AS heeft_midden, count(*)::integer AS aantal,
               sum(start) AS start_som, min(start)::integer AS start_laagste, max(start)::integer AS start_hoogste,
               sum(midden) AS midden_som, min(midden)::integer AS midden_laagste, max(midden)::integer AS midden_hoogste,
               sum(einde) AS einde_som, min(einde)::integer AS einde_laagste, max(einde)::integer AS einde_hoogste,
               min(einde - start)::integer AS verandering_laagste, max(einde - start)::integer AS verandering_hoogste
        FROM medewerkers.polsantwoorden
        WHERE deelname_id IN (SELECT id FROM medewerkers.deelnames WHERE programma_id = @programmaId) AND start IS NOT NULL AND einde IS NOT NULL
        GROUP BY onderwerp, midden IS NOT NULL
        """;

    /// <summary>What may be told, per subject that anybody answered at the start and at the end.</summary>
    public static async Task<IReadOnlyDictionary<string, Polscijfer>> PolsenAsync(
        NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<PolssomRow>(new CommandDefinition(Polsen, new { programmaId }, cancellationToken: cancellationToken)))
        .GroupBy(row => row.Onderwerp, StringComparer.Ordinal)
        .ToDictionary(
            rows => rows.Key,
            rows => Polscijfer.Of(
                rows.Key,
                rows.Select(row => row.Groep).Aggregate((one, other) => one.With(other)) with { Midden = null },
                rows.FirstOrDefault(row => row.HeeftMidden)?.Groep),
            StringComparer.Ordinal);

    /// <summary>How many people were at the same modules of this version.</summary>
    public static async Task<IReadOnlyList<Patroon>> PatronenAsync(
        NpgsqlConnection connection, Guid programmaId, int versie, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<(int Modules, bool WasErbij, int Aantal)>(new CommandDefinition(
            """
            SELECT modules, was_erbij, count(*)::integer AS aantal
            FROM (
              -- A bit per module: there are at most twenty.
              SELECT coalesce(bit_or(1 << module_nummer), 0) AS modules,
                     count(aanwezigheid.sessie_sleutel) > 0 AS was_erbij
              FROM medewerkers.deelnames AS deelname
              LEFT JOIN medewerkers.aanwezigheden AS aanwezigheid ON aanwezigheid.deelname_id = deelname.id
              LEFT JOIN programmasessies AS sessie
                ON sessie.sessie_sleutel = aanwezigheid.sessie_sleutel AND sessie.programma_id = @programmaId AND sessie.versie = @versie
              WHERE deelname.programma_id = @programmaId
              GROUP BY deelname.id) AS person
            GROUP BY modules, was_erbij
            """,
            new { programmaId, versie },
            cancellationToken: cancellationToken))).Select(row => new Patroon(
            Enumerable.Range(0, BitsOfInt).Where(nummer => (row.Modules & (1 << nummer)) != 0).ToHashSet(), row.WasErbij, row.Aantal))];

    /// <summary>What people thought of the programme.</summary>
    public static Task<(int Aantal, long? Som, int? Laagste, int? Hoogste, int Aanraden)> ErvaringenAsync(
        NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<(int, long?, int?, int?, int)>(new CommandDefinition(
            """
            SELECT count(*)::integer, sum(cijfer)::bigint, min(cijfer)::integer, max(cijfer)::integer, (count(*) FILTER (WHERE aanraden))::integer
            FROM medewerkers.ervaringen
            JOIN medewerkers.deelnames ON deelnames.id = deelname_id
            WHERE programma_id = @programmaId
            """,
            new { programmaId },
            cancellationToken: cancellationToken));

    /// <summary>What was contributed with this programme and confirmed by who received it.</summary>
    public static Task<(long EuroCenten, long DuurMinuten, long Producten, long Dagdelen)> BijdragenAsync(
        NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<(long, long, long, long)>(new CommandDefinition(
            """
            SELECT coalesce(sum(bedrag_centen) FILTER (WHERE soort = 'euro'), 0)::bigint, coalesce(sum(duur_minuten) FILTER (WHERE soort = 'uren'), 0)::bigint,
                   coalesce(sum(aantal) FILTER (WHERE soort = 'producten'), 0)::bigint, coalesce(sum(dagdelen) FILTER (WHERE soort = 'ruimte'), 0)::bigint
            FROM bijdragen
            WHERE programma_id = @programmaId AND status = 'bevestigd'
            """,
            new { programmaId },
            cancellationToken: cancellationToken));
}

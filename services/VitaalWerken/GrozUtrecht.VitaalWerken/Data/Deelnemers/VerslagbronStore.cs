using Dapper;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>What a report is made from, added up by the database: no row of one person leaves it.</summary>
internal static class VerslagbronStore
{
    // Each group of people is added up once, over the marks that stand beside each other in a row.
    private const string Polsen =
        """
        SELECT onderwerp,
               count(*) FILTER (WHERE is_two)::integer AS two_count,
               sum(start) FILTER (WHERE is_two) AS two_start_sum, min(start) FILTER (WHERE is_two) AS two_start_min, max(start) FILTER (WHERE is_two) AS two_start_max,
               sum(einde) FILTER (WHERE is_two) AS two_einde_sum, min(einde) FILTER (WHERE is_two) AS two_einde_min, max(einde) FILTER (WHERE is_two) AS two_einde_max,
               min(einde - start) FILTER (WHERE is_two) AS two_change_min, max(einde - start) FILTER (WHERE is_two) AS two_change_max,
               count(*) FILTER (WHERE is_three)::integer AS three_count,
               sum(start) FILTER (WHERE is_three) AS three_start_sum, min(start) FILTER (WHERE is_three) AS three_start_min, max(start) FILTER (WHERE is_three) AS three_start_max,
               sum(midden) FILTER (WHERE is_three) AS three_midden_sum, min(midden) FILTER (WHERE is_three) AS three_midden_min, max(midden) FILTER (WHERE is_three) AS three_midden_max,
               sum(einde) FILTER (WHERE is_three) AS three_einde_sum, min(einde) FILTER (WHERE is_three) AS three_einde_min, max(einde) FILTER (WHERE is_three) AS three_einde_max,
               min(einde - start) FILTER (WHERE is_three) AS three_change_min, max(einde - start) FILTER (WHERE is_three) AS three_change_max
        FROM (
          SELECT onderwerp, start, midden, einde, num_nonnulls(start, einde) = 2 AS is_two, num_nonnulls(start, midden, einde) = 3 AS is_three
          FROM medewerkers.polsantwoorden
          WHERE deelname_id IN (SELECT id FROM medewerkers.deelnames WHERE programma_id = @programmaId)) AS answers
        GROUP BY onderwerp
        """;

    /// <summary>Per subject, the two groups of people of whom one may be told of.</summary>
    public static async Task<IReadOnlyDictionary<string, PolssomRow>> PolsenAsync(
        NpgsqlConnection connection, Guid programmaId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<PolssomRow>(new CommandDefinition(Polsen, new { programmaId }, cancellationToken: cancellationToken)))
        .ToDictionary(row => row.Onderwerp, StringComparer.Ordinal);

    /// <summary>How many people were at the same modules of this version.</summary>
    public static async Task<IReadOnlyList<Patroon>> PatronenAsync(
        NpgsqlConnection connection, Guid programmaId, int versie, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<(int[] Modules, bool WasErbij, int Aantal)>(new CommandDefinition(
            """
            SELECT modules, was_erbij, count(*)::integer AS aantal
            FROM (
              SELECT coalesce(array_agg(DISTINCT module_nummer ORDER BY module_nummer) FILTER (WHERE module_nummer IS NOT NULL), '{}') AS modules,
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
            cancellationToken: cancellationToken))).Select(row => new Patroon(row.Modules.ToHashSet(), row.WasErbij, row.Aantal))];

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

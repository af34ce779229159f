using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.OpenData;

/// <summary>What everybody may know: only what is published, has a word in the OpenActive list and is of a verified aanbieder comes back.</summary>
internal static class OpenActiveSources
{
    // More patterns than this is no pattern; the sessions tell the rest.
    private const int MaximumPatterns = 14;

    private const string Open =
        "a.status = 'gepubliceerd' AND a.openactive_concept IS NOT NULL AND b.status = 'geverifieerd'";

    public static async Task<IReadOnlyList<SeriesRow>> SeriesAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<SeriesRow>(new CommandDefinition(
            $"""
            SELECT a.id, a.naam, a.omschrijving, a.dimensies, a.drempels, a.postcode, a.locatienaam, a.prijs_centen, a.capaciteit,
                   a.openactive_concept, b.id AS aanbieder_id, b.naam AS aanbieder_naam, b.soort AS aanbieder_soort, b.website
            FROM activiteiten a JOIN aanbieders b ON b.id = a.aanbieder_id
            WHERE a.id = ANY (@ids) AND {Open}
            """,
            new { ids },
            cancellationToken: cancellationToken))).AsList();

    /// <summary>The patterns of the sessions to come, the most usual first.</summary>
    public static async Task<ILookup<Guid, WeekpatroonRow>> PatternsAsync(
        NpgsqlConnection connection, Guid[] ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<WeekpatroonRow>(new CommandDefinition(
            """
            SELECT activiteit_id, dag, van, tot
            FROM (
              SELECT activiteit_id, dag, van, tot, row_number() OVER (PARTITION BY activiteit_id ORDER BY count(*) DESC, dag, van, tot) AS rang
              FROM (
                SELECT activiteit_id, extract(isodow FROM begint_op AT TIME ZONE 'Europe/Amsterdam')::int AS dag,
                       to_char(begint_op AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS van,
                       to_char(eindigt_op AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS tot
                FROM sessies
                WHERE activiteit_id = ANY (@ids) AND sessie_status = 'gepland' AND soort = 'regulier' AND eindigt_op > @now) AS tijden
              GROUP BY activiteit_id, dag, van, tot) AS patronen
            WHERE rang <= @MaximumPatterns
            ORDER BY activiteit_id, rang
            """,
            new { ids, now, MaximumPatterns },
            cancellationToken: cancellationToken))).ToLookup(row => row.ActiviteitId);

    public static async Task<IReadOnlyList<ScheduledRow>> SessionsAsync(
        NpgsqlConnection connection, Guid[] ids, DateTimeOffset endedAfter, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ScheduledRow>(new CommandDefinition(
            $"""
            SELECT s.id, s.activiteit_id, a.aanbieder_id, a.openactive_concept, s.begint_op, s.eindigt_op, s.sessie_status, s.capaciteit, s.bezet,
                   (s.postcode IS NOT NULL OR s.locatienaam IS NOT NULL) AS elders,
                   coalesce(s.postcode, a.postcode) AS postcode, coalesce(s.locatienaam, a.locatienaam) AS locatienaam
            FROM sessies s JOIN activiteiten a ON a.id = s.activiteit_id JOIN aanbieders b ON b.id = a.aanbieder_id
            WHERE s.id = ANY (@ids) AND s.eindigt_op > @endedAfter AND {Open}
            """,
            new { ids, endedAfter },
            cancellationToken: cancellationToken))).AsList();
}

using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.OpenData;

/// <summary>
/// What changed, as the triggers marked it. A mark that is seen here is of a change that is seen too, by this statement and every later
/// one; what is not seen yet keeps its mark for the next time. So marks are always taken before what they mark is read.
/// </summary>
internal static class OpenActiveMarks
{
    private const int MaximumActiviteiten = 200;
    private const int MaximumSessies = 2_000;

    /// <summary>Marks everything that was ever published, to be rendered again.</summary>
    public static Task MarkAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO openactive_wijzigingen (soort, id)
            SELECT 'activiteit', id FROM activiteiten WHERE status <> 'concept' AND aanbieder_id IS NOT NULL ORDER BY id
            """,
            cancellationToken: cancellationToken));

    /// <summary>Marks the sessions whose time in the feed is over.</summary>
    public static Task MarkEndedAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO openactive_wijzigingen (soort, id)
            SELECT 'sessie', id FROM openactive_items WHERE data IS NOT NULL AND tot <= @now ORDER BY tot LIMIT @MaximumSessies
            """,
            new { now, MaximumSessies },
            cancellationToken: cancellationToken));

    /// <summary>Takes marked activities, and marks the sessions of those that changed as a whole; a changed aanbieder marks its activities first.</summary>
    public static async Task<Guid[]> TakeActiviteitenAsync(
        NpgsqlConnection connection, DateTimeOffset endedAfter, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            WITH genomen AS (DELETE FROM openactive_wijzigingen WHERE soort = 'aanbieder' RETURNING id)
            INSERT INTO openactive_wijzigingen (soort, id)
            SELECT 'activiteit', id FROM activiteiten WHERE aanbieder_id IN (SELECT id FROM genomen) AND status <> 'concept' ORDER BY id
            """,
            cancellationToken: cancellationToken));
        return
        [
            .. await connection.QueryAsync<Guid>(new CommandDefinition(
                """
                WITH eerste AS (
                  SELECT id FROM openactive_wijzigingen WHERE soort IN ('activiteit', 'reeks')
                  GROUP BY id ORDER BY min(nr) LIMIT @MaximumActiviteiten),
                genomen AS (
                  DELETE FROM openactive_wijzigingen w USING eerste
                  WHERE w.soort IN ('activiteit', 'reeks') AND w.id = eerste.id
                  RETURNING w.id, w.soort),
                gemerkt AS (
                  INSERT INTO openactive_wijzigingen (soort, id)
                  SELECT 'sessie', id FROM sessies
                  WHERE activiteit_id IN (SELECT id FROM genomen WHERE soort = 'activiteit') AND eindigt_op > @endedAfter)
                SELECT DISTINCT id FROM genomen ORDER BY id
                """,
                new { MaximumActiviteiten, endedAfter },
                cancellationToken: cancellationToken)),
        ];
    }

    /// <summary>
    /// Takes marked sessions. One of which only the places changed waits until its item is so old: whoever asks how many places are left
    /// asks again, and a popular session must not fill the feed by itself.
    /// </summary>
    public static async Task<Guid[]> TakeSessiesAsync(NpgsqlConnection connection, long placesIfModifiedBefore, CancellationToken cancellationToken) =>
        [
            .. await connection.QueryAsync<Guid>(new CommandDefinition(
                """
                WITH eerste AS (
                  SELECT w.id
                  FROM openactive_wijzigingen w LEFT JOIN openactive_items i ON i.soort = 'ScheduledSession' AND i.id = w.id
                  WHERE w.soort = 'sessie'
                  GROUP BY w.id
                  HAVING NOT bool_and(w.alleen_bezet) OR coalesce(max(i.modified), 0) <= @placesIfModifiedBefore
                  ORDER BY min(w.nr)
                  LIMIT @MaximumSessies),
                genomen AS (
                  DELETE FROM openactive_wijzigingen w USING eerste WHERE w.soort = 'sessie' AND w.id = eerste.id RETURNING w.id)
                SELECT DISTINCT id FROM genomen ORDER BY id
                """,
                new { placesIfModifiedBefore, MaximumSessies },
                cancellationToken: cancellationToken)),
        ];
}

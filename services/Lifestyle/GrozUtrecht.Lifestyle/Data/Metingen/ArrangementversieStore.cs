using Dapper;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>SQL on what guide and resident agree to.</summary>
internal static class ArrangementversieStore
{
    public static Task InsertAsync(NpgsqlConnection connection, ArrangementversieRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO metingen.arrangement_versies (arrangement_id, versie, doel, voorgesteld_op) VALUES (@ArrangementId, @Versie, @Doel, @VoorgesteldOp);
            INSERT INTO metingen.arrangement_activiteiten (arrangement_id, versie, activiteit_id) SELECT @ArrangementId, @Versie, unnest(@ActiviteitIds);
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task AgreeAsync(NpgsqlConnection connection, Guid arrangementId, int versie, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "UPDATE metingen.arrangement_versies SET ingestemd_op = @now WHERE arrangement_id = @arrangementId AND versie = @versie",
            new { arrangementId, versie, now },
            cancellationToken: cancellationToken));

    /// <summary>Of each arrangement the version that holds and the one proposed last, which may be the same.</summary>
    public static async Task<ILookup<Guid, ArrangementversieRow>> CurrentAsync(
        NpgsqlConnection connection, IEnumerable<Guid> arrangementIds, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ArrangementversieRow>(new CommandDefinition(
            """
            SELECT versie.arrangement_id, versie.versie, versie.doel, versie.voorgesteld_op, versie.ingestemd_op,
              ARRAY(SELECT activiteit_id FROM metingen.arrangement_activiteiten gekozen
                    WHERE gekozen.arrangement_id = versie.arrangement_id AND gekozen.versie = versie.versie ORDER BY activiteit_id) AS activiteit_ids
            FROM metingen.arrangement_versies versie
            JOIN metingen.arrangementen arrangement ON arrangement.id = versie.arrangement_id
            WHERE versie.arrangement_id = ANY (@arrangementIds)
              AND (versie.versie = arrangement.geldende_versie
                OR versie.versie = (SELECT max(andere.versie) FROM metingen.arrangement_versies andere WHERE andere.arrangement_id = versie.arrangement_id))
            ORDER BY versie.arrangement_id, versie.versie
            """,
            new { arrangementIds = arrangementIds.ToArray() },
            cancellationToken: cancellationToken))).ToLookup(row => row.ArrangementId);

    /// <summary>How many of these activities can be chosen now.</summary>
    public static Task<int> CountPublishedAsync(NpgsqlConnection connection, IReadOnlyList<Guid> activiteitIds, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM activiteiten WHERE id = ANY (@activiteitIds) AND status = 'gepubliceerd'",
            new { activiteitIds = activiteitIds.ToArray() },
            cancellationToken: cancellationToken));
}

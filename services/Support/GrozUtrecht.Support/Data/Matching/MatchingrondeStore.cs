using System.Text.Json;
using Dapper;
using GrozUtrecht.Support.Domain.Rondes;
using GrozUtrecht.Support.Features.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>Keeps runs and what came of them.</summary>
internal static class MatchingrondeStore
{
    /// <summary>How long a run that was taken up may take before somebody else tries.</summary>
    private const string Patience = "interval '10 minutes'";

    public static Task InsertAsync(NpgsqlConnection connection, MatchingrondeRow ronde, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO matchingrondes (id, partner_id, gebied, status, regels, direct, aangevraagd_op)
            VALUES (@Id, @PartnerId, @Gebied, @Status, @Regels::jsonb, @Direct, @AangevraagdOp)
            """,
            ronde,
            cancellationToken: cancellationToken));

    public static Task<MatchingrondeRow?> FindAsync(NpgsqlConnection connection, Guid partnerId, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<MatchingrondeRow>(new CommandDefinition(
            $"SELECT {MatchingrondeRow.Columns} FROM matchingrondes WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId },
            cancellationToken: cancellationToken));

    /// <summary>Whether a run of this area waits to be computed or applied.</summary>
    public static Task<bool> IsBusyAsync(NpgsqlConnection connection, Guid partnerId, string gebied, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (SELECT FROM matchingrondes WHERE partner_id = @partnerId AND gebied = @gebied AND (status = 'aangevraagd' OR toepassing = 'bezig'))
            """,
            new { partnerId, gebied },
            cancellationToken: cancellationToken));

    /// <summary>Takes up the oldest run that waits; null when none does. What was tried too often is given up.</summary>
    public static async Task<MatchingrondeRow?> TakeAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE matchingrondes SET status = 'mislukt' WHERE status = 'aangevraagd' AND pogingen = 3 AND opgepakt_op < @now - {Patience}",
            new { now },
            cancellationToken: cancellationToken));
        return await connection.QuerySingleOrDefaultAsync<MatchingrondeRow>(new CommandDefinition(
            $"""
            UPDATE matchingrondes SET pogingen = pogingen + 1, opgepakt_op = @now
            WHERE id = (
              SELECT id FROM matchingrondes
              WHERE status = 'aangevraagd' AND pogingen < 3 AND (opgepakt_op IS NULL OR opgepakt_op < @now - {Patience})
              ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING {MatchingrondeRow.Columns}
            """,
            new { now },
            cancellationToken: cancellationToken));
    }

    /// <summary>Keeps the outcome, once: false when another was first.</summary>
    public static async Task<bool> TryCompleteAsync(
        NpgsqlConnection connection, Guid id, Rondeplan plan, int helperCount, int durationMilliseconds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var completed = await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE matchingrondes
            SET status = 'klaar', klaar_op = @now, duur_milliseconden = @durationMilliseconds, aantal_hulpvragen = @asks, aantal_plekken = @PlekCount,
              aantal_helpers = @helperCount, aantal_mogelijkheden = @MogelijkheidCount, aantal_koppelingen = @matches, punten = @Points, punten_hooguit = @PointsBound, optimaal = @IsOptimal,
              toepassing = CASE WHEN direct THEN 'bezig' END
            WHERE id = @id AND status = 'aangevraagd'
            """,
            new
            {
                id,
                now,
                durationMilliseconds,
                helperCount,
                asks = plan.Vragen.Count,
                matches = plan.Koppelingen.Count,
                plan.PlekCount,
                plan.MogelijkheidCount,
                plan.Points,
                plan.PointsBound,
                plan.IsOptimal,
            },
            cancellationToken: cancellationToken)) == 1;
        if (completed)
        {
            await CopyKoppelingenAsync(connection, id, plan, cancellationToken);
            await CopyHulpvragenAsync(connection, id, plan, cancellationToken);
        }

        return completed;
    }

    private static async Task CopyKoppelingenAsync(NpgsqlConnection connection, Guid id, Rondeplan plan, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY koppelingen (ronde_id, hulpvraag_id, helper_id, score, redenen, starts) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var koppeling in plan.Koppelingen)
        {
            await writer.StartRowAsync(cancellationToken);
            await writer.WriteAsync(id, cancellationToken);
            await writer.WriteAsync(koppeling.HulpvraagId, cancellationToken);
            await writer.WriteAsync(koppeling.HelperId, cancellationToken);
            await writer.WriteAsync(koppeling.Score, cancellationToken);
            await writer.WriteAsync(Json(RedenResponse.Of(koppeling.Redenen)), NpgsqlTypes.NpgsqlDbType.Jsonb, cancellationToken);
            await writer.WriteAsync(Json(koppeling.Starts), NpgsqlTypes.NpgsqlDbType.Jsonb, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task CopyHulpvragenAsync(NpgsqlConnection connection, Guid id, Rondeplan plan, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY ronde_hulpvragen (ronde_id, hulpvraag_id, urgentie, uitkomst, kandidaten, obstakels) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var vraag in plan.Vragen)
        {
            await writer.StartRowAsync(cancellationToken);
            await writer.WriteAsync(id, cancellationToken);
            await writer.WriteAsync(vraag.HulpvraagId, cancellationToken);
            await writer.WriteAsync(Words<Domain.Urgentie>.Of(vraag.Urgentie), cancellationToken);
            await writer.WriteAsync(Words<Rondeuitkomst>.Of(vraag.Uitkomst), cancellationToken);
            await writer.WriteAsync(Json(vraag.Kandidaten), NpgsqlTypes.NpgsqlDbType.Jsonb, cancellationToken);
            await writer.WriteAsync(
                Json(vraag.Obstakels.ToDictionary(pair => Words<Domain.Matching.Obstakel>.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal)),
                NpgsqlTypes.NpgsqlDbType.Jsonb,
                cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}

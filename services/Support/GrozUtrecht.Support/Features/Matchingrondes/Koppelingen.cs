using System.Text.Json;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Features.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matchingrondes;

/// <summary>Keeps a run's outcome, and makes proposals of its koppelingen, one in each transaction.</summary>
internal sealed class Koppelingen(UnitOfWork work, Voorstellen voorstellen)
{
    // The hulpvraag is locked before the koppeling, as everywhere; who applies the same run at the same time finds nothing to do then.
    private const string Next =
        """
        SELECT k.ronde_id, k.hulpvraag_id, k.helper_id, k.starts::text AS starts, m.partner_id
        FROM koppelingen k JOIN matchingrondes m ON m.id = k.ronde_id
        WHERE m.toepassing = 'bezig' AND k.voorstel_id IS NULL AND k.overgeslagen_code IS NULL
        ORDER BY k.ronde_id, k.hulpvraag_id, k.helper_id
        LIMIT @limit
        """;

    public sealed record Taak
    {
        public required Guid RondeId { get; init; }

        public required Guid HulpvraagId { get; init; }

        public required Guid HelperId { get; init; }

        public required string Starts { get; init; }

        public required Guid PartnerId { get; init; }
    }

    /// <summary>What is to be applied, at most so many.</summary>
    public static async Task<IReadOnlyList<Taak>> ListAsync(NpgsqlConnection connection, int limit, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Taak>(new CommandDefinition(Next, new { limit }, cancellationToken: cancellationToken))).AsList();

    /// <summary>Takes up a run that waits.</summary>
    public async Task<MatchingrondeRow?> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await MatchingrondeStore.TakeAsync(await work.OpenAsync(cancellationToken), now, cancellationToken);

    public async Task<bool> CompleteAsync(
        Guid id, Domain.Rondes.Rondeplan plan, int helperCount, int durationMilliseconds, DateTimeOffset now, CancellationToken cancellationToken) =>
        await MatchingrondeStore.TryCompleteAsync(await work.OpenAsync(cancellationToken), id, plan, helperCount, durationMilliseconds, now, cancellationToken);

    /// <summary>Proposes the helper of one koppeling, or notes why not; false when somebody else has just done so.</summary>
    public async Task<bool> ApplyAsync(Taak taak, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var hulpvraag = await HulpvraagStore.LockAsync(connection, taak.PartnerId, taak.HulpvraagId, cancellationToken);
        var isMine = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            SELECT EXISTS (SELECT FROM koppelingen
              WHERE ronde_id = @RondeId AND hulpvraag_id = @HulpvraagId AND helper_id = @HelperId AND voorstel_id IS NULL AND overgeslagen_code IS NULL)
            """,
            taak,
            cancellationToken: cancellationToken));
        if (!isMine || hulpvraag is null)
        {
            return false;
        }

        var aanzoek = new Aanzoek(taak.HelperId) { MatchingrondeId = taak.RondeId, Starts = JsonSerializer.Deserialize<Dictionary<Guid, int>>(taak.Starts) };
        var uitkomst = await voorstellen.ProposeAsync(hulpvraag, aanzoek, now, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE koppelingen SET voorstel_id = @voorstelId, overgeslagen_code = @code, overgeslagen_tekst = @text
            WHERE ronde_id = @RondeId AND hulpvraag_id = @HulpvraagId AND helper_id = @HelperId
            """,
            new
            {
                taak.RondeId,
                taak.HulpvraagId,
                taak.HelperId,
                voorstelId = uitkomst.Voorstel?.Id,
                code = uitkomst.Reden?.Code ?? uitkomst.Failure?.Code,
                text = uitkomst.Reden?.Tekst ?? uitkomst.Failure?.Title,
            },
            cancellationToken: cancellationToken));
        return true;
    }

    /// <summary>Closes the runs of which every koppeling was applied.</summary>
    public async Task<int> CloseAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await (await work.OpenAsync(cancellationToken)).ExecuteAsync(new CommandDefinition(
            """
            UPDATE matchingrondes m SET toepassing = 'klaar', toegepast_op = @now
            WHERE m.toepassing = 'bezig'
              AND NOT EXISTS (SELECT FROM koppelingen k WHERE k.ronde_id = m.id AND k.voorstel_id IS NULL AND k.overgeslagen_code IS NULL)
            """,
            new { now },
            cancellationToken: cancellationToken));
}

using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>Does what a bank's answer means: books what was paid, lets go of what was refused, notes what is on its way.</summary>
internal sealed class Bankafhandeling(UnitOfWork work, Grootboek grootboek, TimeProvider clock)
{
    /// <returns>False when the ledger refused, because a person's account was closed just now.</returns>
    public async Task<bool> ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<Uitbetaling> uitbetalingen, IReadOnlyList<Bankbesluit> besluiten, CancellationToken cancellationToken)
    {
        var byId = uitbetalingen.ToDictionary(uitbetaling => uitbetaling.Id);
        var settled = Of(Bankgevolg.Settle);
        var rejected = Of(Bankgevolg.Reject);
        var now = clock.GetUtcNow();
        await UitbetalingStore.RecordAsync(connection, Of(Bankgevolg.OnTheWay), cancellationToken);
        await CloseAsync(connection, settled, Uitbetalingstatus.Betaald, now, cancellationToken);
        await CloseAsync(connection, rejected, Uitbetalingstatus.Mislukt, now, cancellationToken);

        Uitbetaling[] refused = [.. rejected.Select(besluit => byId[besluit.UitbetalingId])];
        Uitbetaling[] paid = [.. settled.Select(besluit => byId[besluit.UitbetalingId])];
        if (refused.Length > 0)
        {
            await Uitbetalingsboeking.ReleaseRowsAsync(connection, refused, cancellationToken);
        }

        if (!await BookAsync(connection, paid, refused, cancellationToken))
        {
            return false;
        }

        foreach (var uitbetaling in paid)
        {
            work.Publish(EventOf(uitbetaling, now));
        }

        return true;

        List<Bankbesluit> Of(Bankgevolg gevolg) => [.. besluiten.Where(besluit => besluit.Gevolg == gevolg && besluit.Aandacht is null)];
    }

    private static async Task CloseAsync(
        NpgsqlConnection connection, List<Bankbesluit> besluiten, Uitbetalingstatus status, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var group in besluiten.GroupBy(besluit => besluit.Status.Status, StringComparer.Ordinal))
        {
            await UitbetalingStore.CloseAsync(
                connection, [.. group.Select(besluit => besluit.UitbetalingId)], status, group.Key,
                [.. group.Select(besluit => status == Uitbetalingstatus.Mislukt ? besluit.Status.Redencode : null)], now, cancellationToken);
        }
    }

    private async Task<bool> BookAsync(NpgsqlConnection connection, Uitbetaling[] paid, Uitbetaling[] refused, CancellationToken cancellationToken)
    {
        var closed = await FindClosedAsync(connection, paid, cancellationToken);
        Opdracht[] posts = [.. paid.SelectMany(uitbetaling => Uitbetalingsboeking.Posts(uitbetaling, closed.Contains(uitbetaling.PersoonId)))];
        Opdracht[] releases = [.. refused.SelectMany(Uitbetalingsboeking.Releases)];
        if (posts.Length + releases.Length == 0)
        {
            return true;
        }

        var boekingen = await grootboek.BookAsync(connection, [.. posts, .. releases], linked: false, cancellationToken);
        return boekingen.Take(posts.Length).All(boeking => boeking.Outcome == Boekuitkomst.Booked)
            && boekingen.Skip(posts.Length).All(Uitbetalingsboeking.IsReleased);
    }

    private static async Task<HashSet<Guid>> FindClosedAsync(NpgsqlConnection connection, Uitbetaling[] paid, CancellationToken cancellationToken) =>
    [
        .. await connection.QueryAsync<Guid>(new CommandDefinition(
            "select persoon_id from grootboek.rekening where persoon_id = any (@ids) and gesloten_op is not null",
            new { ids = paid.Select(uitbetaling => uitbetaling.PersoonId).Distinct().ToArray() },
            cancellationToken: cancellationToken)),
    ];

    // Neither name nor bank account.
    private static UitbetalingGedaan EventOf(Uitbetaling uitbetaling, DateTimeOffset now) => new()
    {
        UitbetalingId = uitbetaling.Id,
        Version = uitbetaling.Versie + 1,
        PersoonId = uitbetaling.PersoonId,
        PartnerId = uitbetaling.PartnerId,
        DurationMinutes = uitbetaling.DuurMinuten,
        AmountCents = uitbetaling.BedragCenten,
        OpgetredenOp = now,
    };
}

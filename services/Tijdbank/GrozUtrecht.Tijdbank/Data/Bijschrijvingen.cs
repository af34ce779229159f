using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>What became of one credit.</summary>
/// <param name="RekeningId">The account that received the hours, or would have.</param>
internal sealed record Bijschrijving(Urenbijschrijving Uren, Guid RekeningId, Boeking Boeking)
{
    public bool IsBooked => Boeking.Outcome == Boekuitkomst.Booked;
}

/// <summary>
/// Credits confirmed hours: account, ledger, origin and event in the transaction that is open. Every source of hours ends here, so a
/// new one only translates what it knows into <see cref="Urenbijschrijving"/>.
/// </summary>
internal sealed class Bijschrijvingen(UnitOfWork work, Grootboek grootboek, Urenrekeningen rekeningen, TimeProvider clock)
{
    private const string BeforeBooking = "voor_boeken";

    /// <summary>
    /// Books the hours the first time and does nothing after that, however often they are reported. It locks accounts, so it comes
    /// last in a transaction and once.
    /// </summary>
    /// <returns>One for each of <paramref name="uren"/>, in the same order.</returns>
    public async Task<IReadOnlyList<Bijschrijving>> CreditAsync(IReadOnlyList<Urenbijschrijving> uren, CancellationToken cancellationToken)
    {
        if (uren.Count == 0)
        {
            return [];
        }

        var connection = await work.OpenAsync(cancellationToken);
        var accounts = await rekeningen.OpenAsync(connection, uren, clock.GetUtcNow(), cancellationToken);
        var orders = uren.Select((item, place) => item.ToOpdracht(accounts[place])).ToList();
        var boekingen = await BookAsync(connection, orders, cancellationToken);
        var credited = uren.Select((item, place) => new Bijschrijving(item, accounts[place], boekingen[orders[place].Id])).ToList();

        var fresh = credited.Where(item => item is { IsBooked: true, Boeking.IsNew: true }).ToList();
        await KeepOriginsAsync(connection, fresh, cancellationToken);
        foreach (var item in fresh)
        {
            work.Publish(EventOf(item));
        }

        return credited;
    }

    /// <summary>
    /// A refused id stays refused once it is committed, which would bar hours for ever because an account was full today. So what was
    /// refused is undone, and the rest is booked without it.
    /// </summary>
    private async Task<Dictionary<Guid, Boeking>> BookAsync(
        NpgsqlConnection connection, IReadOnlyList<Opdracht> orders, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<Guid, Boeking>();
        while (true)
        {
            await work.Transaction!.SaveAsync(BeforeBooking, cancellationToken);
            var asked = orders.Where(order => !refused.ContainsKey(order.Id)).ToList();
            var answers = await BookInChunksAsync(connection, asked, cancellationToken);
            var newlyRefused = answers.Where(answer => answer.Outcome != Boekuitkomst.Booked).ToList();
            if (newlyRefused.Count == 0)
            {
                return answers.Concat(refused.Values).ToDictionary(answer => answer.OverboekingId);
            }

            await work.Transaction.RollbackAsync(BeforeBooking, cancellationToken);
            newlyRefused.ForEach(answer => refused.Add(answer.OverboekingId, answer));
        }
    }

    // In the order of the receiving accounts: each call locks its accounts in that order, so all calls together do too, and two
    // transactions that book many hours cannot wait for each other in a circle.
    private async Task<IReadOnlyList<Boeking>> BookInChunksAsync(
        NpgsqlConnection connection, IReadOnlyList<Opdracht> orders, CancellationToken cancellationToken)
    {
        var answers = new List<Boeking>(orders.Count);
        foreach (var chunk in orders.OrderBy(order => order.NaarRekeningId).Chunk(BoekCommand.MaximumOrders))
        {
            answers.AddRange(await grootboek.BookAsync(connection, chunk, linked: false, cancellationToken));
        }

        return answers;
    }

    private static Task KeepOriginsAsync(NpgsqlConnection connection, IReadOnlyList<Bijschrijving> credited, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into bijschrijving (overboeking_id, partner_id, bron, bron_id, uren_soort, uitgevoerd_datum)
            select * from unnest(@ids, @partners, @bronnen, @bronIds, @soorten, @datums)
            """,
            new
            {
                ids = credited.Select(item => item.Boeking.OverboekingId).ToArray(),
                partners = credited.Select(item => item.Uren.PartnerId).ToArray(),
                bronnen = credited.Select(item => item.Uren.Bron).ToArray(),
                bronIds = credited.Select(item => item.Uren.BronId).ToArray(),
                soorten = credited.Select(item => item.Uren.UrenSoort).ToArray(),
                datums = credited.Select(item => item.Uren.UitgevoerdDatum).ToArray(),
            },
            cancellationToken: cancellationToken));

    private static UrenBijgeschreven EventOf(Bijschrijving credited) => new()
    {
        OverboekingId = credited.Boeking.OverboekingId,
        RekeningId = credited.RekeningId,
        PersoonId = credited.Uren.PersoonId,
        DurationMinutes = credited.Uren.DurationMinutes,
        BalanceAfterMinutes = credited.Boeking.ReceiverBalance,
        Bron = credited.Uren.Bron,
        BronId = credited.Uren.BronId,
        PartnerId = credited.Uren.PartnerId,
        UrenSoort = credited.Uren.UrenSoort,
        UitgevoerdDatum = credited.Uren.UitgevoerdDatum,
        Version = credited.Boeking.ReceiverVersion,
        OpgetredenOp = credited.Boeking.BookedAt,
    };
}

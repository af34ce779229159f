using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

/// <summary>The rules of the ledger said plainly, in memory: what every answer and every balance must be.</summary>
internal sealed class LedgerModel(Guid partner)
{
    private readonly Dictionary<Guid, Answer> seen = [];
    private readonly Dictionary<Guid, Opdracht> open = [];

    public Dictionary<Guid, Account> Accounts { get; } = [];

    public Boekuitkomst[] Book(IReadOnlyList<Opdracht> group, DateTimeOffset now)
    {
        var before = Accounts.ToDictionary(pair => pair.Key, pair => pair.Value with { });
        var openBefore = open.ToDictionary();
        var outcomes = group.Select(order => seen.TryGetValue(order.Id, out var earlier) ? earlier.To(order) : (Boekuitkomst?)null).ToArray();
        var isNew = outcomes.Select(outcome => outcome is null).ToArray();
        var failed = false;
        for (var place = 0; place < group.Count; place++)
        {
            if (isNew[place])
                outcomes[place] = Decide(group[place], now) is var outcome && outcome == Boekuitkomst.Booked && failed ? Boekuitkomst.LinkedFailed : outcome;
            if (outcomes[place] == Boekuitkomst.Booked && isNew[place])
                Apply(group[place]);
            failed |= outcomes[place] != Boekuitkomst.Booked;
        }

        if (failed && group.Count > 1)
        {
            Restore(before, openBefore);
            for (var place = 0; place < group.Count; place++)
            {
                if (isNew[place] && outcomes[place] == Boekuitkomst.Booked)
                    outcomes[place] = Boekuitkomst.LinkedFailed;
            }
        }

        for (var place = 0; place < group.Count; place++)
        {
            if (isNew[place])
                seen.Add(group[place].Id, new(group[place], outcomes[place]!.Value, Held(group[place], openBefore)));
        }

        return [.. outcomes.Select(outcome => outcome!.Value)];
    }

    /// <summary>True when the account may be given these limits: it must keep them already.</summary>
    public bool Limit(Guid id, long minimum, long? maximum, bool spendable)
    {
        var account = Accounts[id];
        if (account.Saldo - account.Out < minimum || account.Saldo + account.In > maximum)
            return false;
        (account.Minimum, account.Maximum, account.Spendable) = (minimum, maximum, spendable);
        return true;
    }

    private static long Held(Opdracht order, Dictionary<Guid, Opdracht> holds) =>
        order.ReserveringId is { } hold && holds.TryGetValue(hold, out var held) ? held.Bedrag!.Value : 0;

    private Boekuitkomst Decide(Opdracht order, DateTimeOffset now) => order.ReserveringId is { } hold ? DecideEnd(order, hold, now) : DecideStart(order);

    private Boekuitkomst DecideStart(Opdracht order)
    {
        if (!Accounts.TryGetValue(order.VanRekeningId, out var van) || !Accounts.TryGetValue(order.NaarRekeningId, out var naar))
            return Boekuitkomst.AccountUnknown;
        if (order.PartnerId is { } asks && asks != partner)
            return Boekuitkomst.AccountUnknown;
        if (order.Eenheid != Eenheid.Minuten)
            return Boekuitkomst.UnitDiffers;
        if (order.PartnerId is not null && !van.Spendable)
            return Boekuitkomst.NotSpendable;
        if (van.Saldo - van.Out - order.Bedrag < van.Minimum)
            return Boekuitkomst.BalanceTooLow;
        return naar.Saldo + naar.In + order.Bedrag > naar.Maximum ? Boekuitkomst.BalanceTooHigh : Boekuitkomst.Booked;
    }

    private Boekuitkomst DecideEnd(Opdracht order, Guid hold, DateTimeOffset now)
    {
        if (!(seen.TryGetValue(hold, out var placed) && placed is { Outcome: Boekuitkomst.Booked, Order.Soort: Opdrachtsoort.Reservering }))
            return Boekuitkomst.ReserveringUnknown;
        if (!open.TryGetValue(hold, out var held))
            return Boekuitkomst.ReserveringEnded;
        if (order.Soort == Opdrachtsoort.Afronding && held.VervaltOp <= now)
            return Boekuitkomst.ReserveringExpired;
        return order.Soort == Opdrachtsoort.Afronding && order.Bedrag > held.Bedrag ? Boekuitkomst.AmountTooHigh : Boekuitkomst.Booked;
    }

    private void Apply(Opdracht order)
    {
        if (order.Soort == Opdrachtsoort.Reservering)
        {
            open.Add(order.Id, order);
            Accounts[order.VanRekeningId].Out += order.Bedrag!.Value;
            Accounts[order.NaarRekeningId].In += order.Bedrag!.Value;
            return;
        }

        var moves = order;
        if (order.ReserveringId is { } hold)
        {
            open.Remove(hold, out var held);
            Accounts[held!.VanRekeningId].Out -= held.Bedrag!.Value;
            Accounts[held.NaarRekeningId].In -= held.Bedrag.Value;
            if (order.Soort != Opdrachtsoort.Afronding)
                return;
            moves = held with { Bedrag = order.Bedrag ?? held.Bedrag };
        }

        Accounts[moves.VanRekeningId].Saldo -= moves.Bedrag!.Value;
        Accounts[moves.NaarRekeningId].Saldo += moves.Bedrag.Value;
    }

    private void Restore(Dictionary<Guid, Account> accounts, Dictionary<Guid, Opdracht> holds)
    {
        foreach (var (id, account) in accounts)
            Accounts[id] = account;
        open.Clear();
        foreach (var (id, hold) in holds)
            open.Add(id, hold);
    }

    internal sealed record Account
    {
        public long Saldo { get; set; }

        public long Out { get; set; }

        public long In { get; set; }

        public long Minimum { get; set; }

        public long? Maximum { get; set; }

        public bool Spendable { get; set; } = true;
    }

    /// <summary>What an id was answered, for good.</summary>
    /// <param name="Held">What its hold held, for an order that ended one.</param>
    private sealed record Answer(Opdracht Order, Boekuitkomst Outcome, long Held)
    {
        public Boekuitkomst To(Opdracht again)
        {
            var same = (Order.Soort, Order.VanRekeningId, Order.NaarRekeningId, Order.PartnerId, Order.ReserveringId)
                == (again.Soort, again.VanRekeningId, again.NaarRekeningId, again.PartnerId, again.ReserveringId);
            // Once it is booked, "all that is held" and the amount that this was are the same content.
            var sameAmount = Outcome == Boekuitkomst.Booked
                ? (again.Bedrag ?? Held) == (Order.Bedrag ?? Held)
                : (again.Bedrag, again.Eenheid) == (Order.Bedrag, Order.Eenheid);
            return same && sameAmount ? Outcome : Boekuitkomst.IdHasOtherContent;
        }
    }
}

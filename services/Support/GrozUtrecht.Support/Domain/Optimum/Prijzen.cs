using System.Numerics;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// Prices on rules that the network does not know. Each item under a rule costs its price, and the price times what the rule allows is added
/// to the bound: so the bound holds at any prices, and prices found in one branch hold in all.
/// </summary>
internal sealed class Prijzen<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    // At the start every improvement serves the whole search; further on the prices are nearly right already.
    private const int FirstRounds = 64;
    private const int Rounds = 2;
    private const int Halvings = 12;

    // Prices add up on one item; this keeps the sum within the headroom of the weights.
    private const int MaximumPerAgenda = 64;

    private readonly FlowNetwork<T> network;
    private readonly Dictionary<int, int> arcOf = [];
    private readonly List<Agenda> agendas = [];
    private readonly List<Geprijsd> prices = [];
    private readonly List<int> chosen = [];
    private Int128 total;
    private bool isFirst = true;

    public Prijzen(Opgave opgave, Agendas agendas, int[] items, FlowModel<T> model)
    {
        network = model.Network;
        var seen = new HashSet<int>();
        for (var index = 0; index < items.Length; index++)
        {
            var aanbod = opgave.Items[items[index]].Aanbod;
            if (agendas.Of(aanbod) is not { IsExact: false } agenda)
                continue;

            arcOf[items[index]] = model.Arcs[index];
            if (seen.Add(aanbod))
                this.agendas.Add(agenda);
        }
    }

    /// <summary>No choice that is still open is worth more.</summary>
    public Int128 Bound => total - network.Cost;

    public int ArcOf(int item) => arcOf[item];

    public Snede? FindViolated()
    {
        foreach (var agenda in agendas)
        {
            if (FindViolated(agenda) is { } violated)
                return violated;
        }

        return null;
    }

    /// <summary>Lowers the bound rule by rule, until it is at most the goal or nothing changes any more.</summary>
    public void Tighten(Int128 goal)
    {
        var rounds = isFirst ? FirstRounds : Rounds;
        isFirst = false;
        for (var round = 0; round < rounds && Bound > goal; round++)
        {
            var before = Bound;
            foreach (var price in prices)
            {
                if (!T.IsZero(price.Amount) && Count(price.Rule) < price.Rule.Maximum)
                    Lower(price);
            }

            foreach (var agenda in agendas)
            {
                if (FindViolated(agenda) is { } violated)
                    Raise(violated);
            }

            if (Bound == before)
                return;
        }
    }

    /// <summary>Takes away the prices of rules that are not even reached; false when there are none.</summary>
    public bool DropUnpaid()
    {
        var any = false;
        foreach (var price in prices)
        {
            if (T.IsZero(price.Amount) || Count(price.Rule) >= price.Rule.Maximum)
                continue;

            Set(price, T.Zero);
            any = true;
        }

        return any;
    }

    private Snede? FindViolated(Agenda agenda)
    {
        chosen.Clear();
        for (var index = 0; index < agenda.Items.Length; index++)
        {
            if (network.HasFlow(arcOf[agenda.Items[index]]))
                chosen.Add(index);
        }

        return chosen.Count < 2 ? null : agenda.FindViolated(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(chosen));
    }

    // Halfway between what makes enough items leave and what would make one too many leave, later changes nearby disturb it least.
    private void Raise(Snede rule)
    {
        var losses = new List<T>();
        foreach (var position in rule.Items)
        {
            var arc = arcOf[rule.Agenda.Items[position]];
            if (!network.HasFlow(arc))
                continue;

            var before = network.Cost;
            network.Close(arc);
            losses.Add(T.CreateChecked(network.Cost - before));
            network.Open(arc);
        }

        losses.Sort();
        var leaving = losses.Count - rule.Maximum;
        if (leaving <= 0)
            return;

        var amount = losses[leaving - 1] + ((losses[leaving] - losses[leaving - 1]) / (T.One + T.One));
        if (PriceOf(rule) is { } price)
            Set(price, price.Amount + amount);
    }

    // Between too low and too high lies where the rule is just reached, if anywhere.
    private void Lower(Geprijsd price)
    {
        var (low, high) = (T.Zero, price.Amount);
        for (var step = 0; step < Halvings && low < high; step++)
        {
            var middle = low + ((high - low) / (T.One + T.One));
            Set(price, middle);
            var count = Count(price.Rule);
            if (count == price.Rule.Maximum)
                return;
            if (count < price.Rule.Maximum)
                high = middle;
            else
                low = middle + T.One;
        }

        Set(price, high);
    }

    private void Set(Geprijsd price, T amount)
    {
        var change = amount - price.Amount;
        price.Amount = amount;
        total += Int128.CreateChecked(change) * price.Rule.Maximum;
        foreach (var position in price.Rule.Items)
        {
            var arc = arcOf[price.Rule.Agenda.Items[position]];
            network.Reprice(arc, network.CostOf(arc) + change);
        }
    }

    private int Count(Snede rule) => rule.Items.Count(position => network.HasFlow(arcOf[rule.Agenda.Items[position]]));

    private Geprijsd? PriceOf(Snede rule)
    {
        var ofAgenda = prices.Where(it => it.Rule.Agenda == rule.Agenda).ToList();
        var known = ofAgenda.Find(it => it.Rule.Maximum == rule.Maximum && it.Rule.Items.AsSpan().SequenceEqual(rule.Items));
        if (known is null && ofAgenda.Count < MaximumPerAgenda)
            prices.Add(known = new Geprijsd(rule));
        return known;
    }

    private sealed class Geprijsd(Snede rule)
    {
        public Snede Rule { get; } = rule;
        public T Amount { get; set; }
    }
}

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// Some helpers and the asks they could take, with the places that others leave them. Everything in it counts from zero.
/// </summary>
internal sealed class Deel
{
    private readonly Agenda?[] agendas;
    private readonly int[] positionInAgenda;
    private readonly int[] itemStart;

    /// <param name="opgave">The whole.</param>
    /// <param name="agendas">What excludes what.</param>
    /// <param name="helpers">Who takes part, with all their items.</param>
    /// <param name="taken">Places per vraag that are not free any more, or null.</param>
    public Deel(Opgave opgave, Agendas agendas, IReadOnlyList<int> helpers, int[]? taken = null)
    {
        Opgave = opgave;
        Capacities = [.. helpers.Select(it => opgave.Aanbod[it].Capacity)];
        this.agendas = [.. helpers.Select(agendas.Of)];
        List<int> items = [], askOf = [], helperOf = [], places = [];
        var askNumbers = new Dictionary<int, int>();
        itemStart = new int[helpers.Count + 1];
        for (var helper = 0; helper < helpers.Count; helper++)
        {
            foreach (var item in opgave.ItemsOf(helpers[helper]))
            {
                var vraag = opgave.Items[item].Vraag;
                var free = opgave.Vragen[vraag].Plekken - (taken?[vraag] ?? 0);
                if (free <= 0)
                    continue;

                if (!askNumbers.TryGetValue(vraag, out var ask))
                {
                    askNumbers[vraag] = ask = places.Count;
                    places.Add(free);
                }

                items.Add(item);
                askOf.Add(ask);
                helperOf.Add(helper);
            }

            itemStart[helper + 1] = items.Count;
        }

        (Items, AskOf, HelperOf, Places) = ([.. items], [.. askOf], [.. helperOf], [.. places]);
        ClassOf = [.. items.Select(it => opgave.ClassOf(opgave.Items[it].Vraag))];
        positionInAgenda = [.. items.Select((it, index) => this.agendas[helperOf[index]] is { } agenda ? Array.BinarySearch(agenda.Items, it) : 0)];
    }

    public Opgave Opgave { get; }

    /// <summary>Indices in <see cref="Opgave.Items"/>.</summary>
    public int[] Items { get; }
    public int[] AskOf { get; }
    public int[] HelperOf { get; }
    public int[] ClassOf { get; }
    public int[] Places { get; }
    public int[] Capacities { get; }
    public int ClassCount => Opgave.Classes.Length;

    /// <summary>The positions of the items of a helper.</summary>
    public Range RangeOf(int helper) => itemStart[helper]..itemStart[helper + 1];

    // The rows of the programme over schedules: asks, helpers, classes, cuts.
    public int HelperRow(int helper) => Places.Length + helper;

    public int ClassRow(int urgency) => Places.Length + Capacities.Length + urgency;

    public int CutRow(int cut) => Places.Length + Capacities.Length + ClassCount + cut;

    /// <summary>Whether the helper of the item can do it beside what is chosen already.</summary>
    public bool Fits(List<int> chosen, int item)
    {
        if (chosen.Count >= Capacities[HelperOf[item]])
            return false;
        if (agendas[HelperOf[item]] is not { } agenda)
            return !chosen.Exists(it => AskOf[it] == AskOf[item]);

        var position = positionInAgenda[item];
        foreach (var other in chosen)
        {
            if (agenda.Excludes(positionInAgenda[other], position))
                return false;
        }

        return !agenda.HasWeeks || agenda.Fits([.. chosen.Select(it => positionInAgenda[it])], position);
    }
}

namespace GrozUtrecht.Tijdbank.Domain.Uren;

/// <summary>The hours of many persons by day, to which more are added one after the other as long as they fit.</summary>
internal sealed class Urenagenda
{
    private readonly Dictionary<(Guid PersoonId, DateOnly Datum), List<Werktijd>> days = [];

    public void Add(Guid persoonId, Werktijd tijd)
    {
        if (!days.TryGetValue((persoonId, tijd.UitgevoerdDatum), out var day))
            days.Add((persoonId, tijd.UitgevoerdDatum), day = []);
        day.Add(tijd);
    }

    /// <summary>Adds these hours, or says why they do not fit beside the others.</summary>
    public Werktijdfout? TryAdd(Guid persoonId, Werktijd tijd)
    {
        // Work lasts a day at most, so only the days beside it can touch it.
        var near = new[] { -1, 0, 1 }.SelectMany(shift => days.GetValueOrDefault((persoonId, tijd.UitgevoerdDatum.AddDays(shift))) ?? []);
        if (tijd.CheckBeside(near) is { } fault)
            return fault;
        Add(persoonId, tijd);
        return null;
    }
}

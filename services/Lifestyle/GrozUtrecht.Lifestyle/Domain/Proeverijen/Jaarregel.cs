namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>How an area stands against the rule of two proeverijen a year.</summary>
public enum Jaaroordeel
{
    Gehaald,
    OpKoers,
    DreigtGemistTeWorden,
    Gemist,
}

/// <summary>What counts for one area in one calendar year.</summary>
internal sealed record Jaarstand(int Gehouden, int Gepland, int NogNodig, Jaaroordeel Oordeel, IReadOnlyList<string> Redenen);

/// <summary>The rule of two proeverijen per area and calendar year, decided from days alone.</summary>
internal static class Jaarregel
{
    public const int PerYear = 2;

    /// <summary>Inviting, composing and registering take this long; less is too late to begin with.</summary>
    public const int PreparationWeeks = 8;

    private const int DaysPerWeek = 7;
    private static readonly (int Month, int Day) FirstPlannedBy = (3, 1);
    private static readonly (int Month, int Day) SecondPlannedBy = (9, 1);

    /// <summary>Judges one area.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="held">How many of that year were held.</param>
    /// <param name="planned">The days of that year's proeverijen that were neither held nor called off.</param>
    /// <param name="today">The day in the Netherlands.</param>
    public static Jaarstand Of(int year, int held, IReadOnlyCollection<DateOnly> planned, DateOnly today)
    {
        var toCome = planned.Count(day => day >= today);
        var needed = Math.Max(0, PerYear - held - toCome);
        var passed = planned.Count - toCome;
        List<string> reasons = [];
        if (passed > 0)
            reasons.Add($"{passed} proeverij(en) hadden al plaats moeten vinden: meld ze als gehouden, of gelast ze af.");
        if (held >= PerYear)
            return new(held, toCome, needed, Jaaroordeel.Gehaald, reasons);
        if (today.Year > year)
        {
            reasons.Add($"Er zijn er {held} gehouden van de {PerYear}, en het jaar is om.");
            return new(held, toCome, needed, Jaaroordeel.Gemist, reasons);
        }

        var late = reasons.Count;
        reasons.AddRange(Late(year, held + toCome, today));
        return new(held, toCome, needed, reasons.Count > late ? Jaaroordeel.DreigtGemistTeWorden : Jaaroordeel.OpKoers, reasons);
    }

    private static IEnumerable<string> Late(int year, int heldOrToCome, DateOnly today)
    {
        if (heldOrToCome >= PerYear)
            yield break;
        if (heldOrToCome == 0 && today >= On(year, FirstPlannedBy))
            yield return "Op 1 maart hoort de eerste proeverij gepland te zijn, en er is er geen.";
        if (today >= On(year, SecondPlannedBy))
            yield return "Op 1 september hoort ook de tweede proeverij gepland te zijn.";
        var weeks = (new DateOnly(year, 12, 31).DayNumber - today.DayNumber + 1) / DaysPerWeek;
        if (weeks < PreparationWeeks)
            yield return $"Er zijn nog {weeks} weken, en een proeverij voorbereiden kost er {PreparationWeeks}.";
    }

    private static DateOnly On(int year, (int Month, int Day) day) => new(year, day.Month, day.Day);
}

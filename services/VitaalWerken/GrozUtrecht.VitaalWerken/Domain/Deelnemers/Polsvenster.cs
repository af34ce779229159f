namespace GrozUtrecht.VitaalWerken.Domain.Deelnemers;

/// <summary>When somebody says how it is going: before it begins, half-way and at the end.</summary>
public enum Polsmoment
{
    Start,
    Midden,
    Einde,
}

/// <summary>The days on which a pulse can be given, the last included. Without a last day it stays open until the programme is closed.</summary>
internal sealed record Polsvenster(DateOnly VanDatum, DateOnly? TotEnMetDatum)
{
    /// <summary>How long after the closing the last pulse can be given; then the report is made.</summary>
    public const int DaysAfterClosing = 14;

    private const int DaysAround = 7;

    /// <summary>A programme that is shorter has no middle that differs from its start and its end.</summary>
    private const int ShortestWithMidden = 28;

    /// <summary>The days of a pulse; null when the programme has none at this moment, because it is too short for a middle.</summary>
    /// <param name="moment">Which pulse.</param>
    /// <param name="begin">First day of the programme.</param>
    /// <param name="eind">Last day of the programme.</param>
    /// <param name="afgesloten">Day on which it was closed; null as long as it was not.</param>
    public static Polsvenster? Of(Polsmoment moment, DateOnly begin, DateOnly eind, DateOnly? afgesloten)
    {
        var length = eind.DayNumber - begin.DayNumber;
        var half = begin.AddDays(length / 2);
        // The windows never overlap: a mark for the start that is given at the end would say that nothing changed. Closing before the
        // last day brings the end forward, and the others stop.
        var end = Earliest(length == 0 ? eind.AddDays(1) : eind, afgesloten ?? DateOnly.MaxValue);
        return moment switch
        {
            Polsmoment.Start => new(DateOnly.MinValue, Earliest(begin.AddDays(DaysAround), end.AddDays(-1))),
            Polsmoment.Midden when length < ShortestWithMidden => null,
            Polsmoment.Midden => new(half.AddDays(1 - DaysAround), Earliest(half.AddDays(DaysAround - 1), end.AddDays(-1))),
            _ => new(end, afgesloten?.AddDays(DaysAfterClosing)),
        };
    }

    public bool IsOpenOn(DateOnly day) => day >= VanDatum && (TotEnMetDatum is not { } last || day <= last);

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;
}

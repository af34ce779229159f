namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>A day of the week, in the order in which the Netherlands counts them.</summary>
public enum Weekdag
{
    Maandag,
    Dinsdag,
    Woensdag,
    Donderdag,
    Vrijdag,
    Zaterdag,
    Zondag,
}

internal static class Weekdagen
{
    public static DayOfWeek ToDayOfWeek(this Weekdag dag) => (DayOfWeek)(((int)dag + 1) % 7);
}

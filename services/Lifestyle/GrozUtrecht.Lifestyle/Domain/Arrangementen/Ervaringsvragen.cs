namespace GrozUtrecht.Lifestyle.Domain.Arrangementen;

/// <summary>After which time somebody is asked how an activity was.</summary>
public enum Keer
{
    Eerste,
    Derde,
    Laatste,
}

/// <summary>Which question is due after so many times.</summary>
internal static class Ervaringsvragen
{
    /// <summary>
    /// The questions that can be asked now. Which time was the last is known once the arrangement has ended; when that was the first or the third, it
    /// was asked already.
    /// </summary>
    public static IReadOnlyList<Keer> Due(int timesAttended, bool isEnded)
    {
        List<Keer> due = [];
        if (timesAttended >= 1)
            due.Add(Keer.Eerste);
        if (timesAttended >= 3)
            due.Add(Keer.Derde);
        if (isEnded && timesAttended is (2 or > 3))
            due.Add(Keer.Laatste);
        return due;
    }
}

using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>The half-open time [Start, End) at a place, in minutes since a moment that is the same for the whole run.</summary>
/// <param name="Plaats">What the travel times of the run know the place by.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tijdvak(int Start, int End, int Plaats);

/// <summary>Minutes in one ISO week; the week is any number that is the same for the same week.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeekMinuten(int Week, int Minutes);

/// <summary>Minutes on the way from one place to another.</summary>
internal delegate int TravelMinutes(int from, int to);

/// <summary>What a possible assignment takes of its helper: all its times (a series has many), and the minutes per week.</summary>
internal sealed record Beslag(IReadOnlyList<Tijdvak> Tijdvakken, IReadOnlyList<WeekMinuten> Weken)
{
    /// <summary>Whether one helper cannot do both: somewhere there is no time left to get from the one to the other.</summary>
    public bool Excludes(Beslag other, TravelMinutes? travel)
    {
        foreach (var mine in Tijdvakken)
        {
            foreach (var theirs in other.Tijdvakken)
            {
                if (!Precedes(mine, theirs, travel) && !Precedes(theirs, mine, travel))
                    return true;
            }
        }

        return false;
    }

    public int MinutesIn(int week) => Weken.Where(it => it.Week == week).Sum(it => it.Minutes);

    /// <summary>An order that depends on content only, so that the order of rows in the input does not matter.</summary>
    public static int Compare(Beslag? left, Beslag? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);

        return Compare(left.Tijdvakken, right.Tijdvakken, CompareTijdvak) is var byTime and not 0
            ? byTime
            : Compare(left.Weken, right.Weken, (a, b) => (a.Week, a.Minutes).CompareTo((b.Week, b.Minutes)));
    }

    private static bool Precedes(Tijdvak first, Tijdvak second, TravelMinutes? travel) =>
        first.End <= second.Start && (travel is null || first.End + travel(first.Plaats, second.Plaats) <= second.Start);

    private static int CompareTijdvak(Tijdvak a, Tijdvak b) => (a.Start, a.End, a.Plaats).CompareTo((b.Start, b.End, b.Plaats));

    private static int Compare<TItem>(IReadOnlyList<TItem> left, IReadOnlyList<TItem> right, Comparison<TItem> compare)
    {
        for (var index = 0; index < Math.Min(left.Count, right.Count); index++)
        {
            if (compare(left[index], right[index]) is var difference and not 0)
                return difference;
        }

        return left.Count.CompareTo(right.Count);
    }
}

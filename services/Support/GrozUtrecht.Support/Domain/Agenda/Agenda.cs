using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>Every week between two times on the wall, in minutes of the day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeekVenster(DayOfWeek Dag, int WallVan, int WallTot);

/// <summary>One day that differs from the week: more time, or less.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Uitzondering(int DayNumber, bool Beschikbaar, int WallVan, int WallTot);

/// <summary>Time that is taken, and at which place; travelling there and back takes time too.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bezet(Minuten Minuten, int Plaats);

/// <summary>When a helper can come: a week (or any time), exceptions to it, a pause, offers for one time, and what is taken.</summary>
internal sealed record HelperAgenda
{
    public static readonly HelperAgenda Free = new();

    /// <summary>NULL: any time.</summary>
    public IReadOnlyList<WeekVenster>? Week { get; init; }

    public IReadOnlyList<Uitzondering> Uitzonderingen { get; init; } = [];

    /// <summary>First and last day of a pause, as day numbers.</summary>
    public (int First, int Last)? Pauze { get; init; }

    /// <summary>Offered for one time, whatever the week says.</summary>
    public IReadOnlyList<Aanbieding> Aanbiedingen { get; init; } = [];

    /// <summary>In order of time.</summary>
    public IReadOnlyList<Bezet> Bezet { get; init; } = [];

    public bool IsPaused(int dayNumber) => Pauze is { } pause && dayNumber >= pause.First && dayNumber <= pause.Last;

    /// <summary>Minutes taken within these.</summary>
    public int TakenWithin(Minuten period)
    {
        var sum = 0;
        for (var index = 0; index < Bezet.Count; index++)
        {
            var minuten = Bezet[index].Minuten;
            if (minuten.Van >= period.Van && minuten.Van < period.Tot)
            {
                sum += minuten.Length;
            }
        }

        return sum;
    }
}

/// <summary>Time that a helper offered, for these kinds of help (as bits).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Aanbieding(Minuten Minuten, uint Categorieen);

using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Support.Tests.Optimum;

/// <summary>One instance to solve, with the travel times of a line on which the places lie ten minutes apart.</summary>
internal sealed class Geval
{
    public required Vraag[] Vragen { get; init; }
    public required Aanbod[] Aanbod { get; init; }
    public required Mogelijkheid[] Mogelijkheden { get; init; }

    public Uitkomst Solve(Zoekgrens? limit = null) => Toewijzing.Solve(Vragen, Aanbod, Mogelijkheden, Travel, limit);

    public static int Travel(int from, int to) => 10 * Math.Abs(from - to);

    public override string ToString() =>
        $"vragen {string.Join(' ', Vragen.Select(it => $"({it.Plekken},{it.UrgencyClass})"))}\n"
        + $"aanbod {string.Join(' ', Aanbod.Select(it => $"({it.Capacity},{it.MaximumWeekMinutes})"))}\n"
        + string.Join('\n', Mogelijkheden.Select(it =>
            $"  {it.Vraag}-{it.Aanbod} {it.Points}{(it.NeverAsked ? "!" : "")} {string.Join(' ', it.Beslag?.Tijdvakken.Select(t => $"[{t.Start},{t.End})@{t.Plaats}") ?? [])}"));
}

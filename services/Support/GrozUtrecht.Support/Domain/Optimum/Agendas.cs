namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>The agendas of all helpers for whom something can go wrong.</summary>
internal sealed class Agendas
{
    private readonly Agenda?[] byAanbod;
    private readonly int[] laneOf;

    public Agendas(Opgave opgave, TravelMinutes? travel)
    {
        byAanbod = new Agenda?[opgave.Aanbod.Length];
        laneOf = new int[opgave.Items.Length];
        for (var aanbod = 0; aanbod < byAanbod.Length; aanbod++)
        {
            if (Agenda.Create(opgave, aanbod, travel) is not { } agenda)
                continue;

            byAanbod[aanbod] = agenda;
            HasAny = true;
            for (var index = 0; index < agenda.Items.Length; index++)
                laneOf[agenda.Items[index]] = agenda.Lanes[index];
        }
    }

    public bool HasAny { get; }

    public Agenda? Of(int aanbod) => byAanbod[aanbod];

    public int LaneOf(int item) => laneOf[item];

    /// <summary>The agendas that say more than their lanes.</summary>
    public IEnumerable<(int Aanbod, Agenda Agenda)> Inexact()
    {
        for (var aanbod = 0; aanbod < byAanbod.Length; aanbod++)
        {
            if (byAanbod[aanbod] is { IsExact: false } agenda)
                yield return (aanbod, agenda);
        }
    }
}

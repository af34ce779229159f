using System.Runtime.InteropServices;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>The points of each term; together at most 100.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Punten(
    int Afstand, int Tijd, int Vaardigheden, int Taal, int EerderGoed, int LaatstGevraagd, int Belasting, int Nieuwkomer)
{
    public int Score => Afstand + Tijd + Vaardigheden + Taal + EerderGoed + LaatstGevraagd + Belasting + Nieuwkomer;
}

/// <summary>Turns what is known of a helper into points, term by term, and each term into a sentence.</summary>
internal sealed class Scoring(Vraagbeeld vraag, Reistijd reistijd, Matchingregels regels, DateTimeOffset now)
{
    /// <summary>What counts as a full week for a helper who named no maximum.</summary>
    private const int UsualWeekMinutes = 480;

    private const int WeeksInMonth = 4;

    /// <summary>After so many days it no longer matters how long ago somebody was asked.</summary>
    private const int RestedDays = 28;

    private readonly Minuten month = MonthOf(vraag.Bezoeken[0].Dagdelen[0].UtcVan);
    private readonly int wantedCount = int.CreateChecked(uint.PopCount(vraag.GewensteVaardigheden));

    public Punten Score(Profiel profiel, Plan plan) => Score(profiel, plan.Momenten.Count);

    /// <summary>What the score is at most, without looking into the agenda for a time.</summary>
    public int Highest(Profiel profiel) => Score(profiel, vraag.Bezoeken.Count).Score;

    /// <summary>The same points with their reasons; only for who will be read about, because sentences cost more than numbers.</summary>
    public IReadOnlyList<Reden> Explain(Profiel profiel, Plan plan, Punten punten)
    {
        var meters = reistijd.Meters(profiel.Plaats, vraag.Plaats);
        var minutes = profiel.Agenda.TakenWithin(month);
        return
        [
            new("afstand", meters == 0 ? "Woont in hetzelfde postcodegebied." : $"Woont op {Dutch.Distance(meters)}.", punten.Afstand),
            new("tijd", TimeText(profiel, plan), punten.Tijd),
            new(
                "vaardigheden",
                wantedCount == 0 ? "Er is geen bijzondere vaardigheid gewenst." : $"Heeft {HeldCount(profiel)} van de {wantedCount} gewenste vaardigheden.",
                punten.Vaardigheden),
            new("taal", TaalText(profiel), punten.Taal),
            new(
                "eerder-goed",
                punten.EerderGoed > 0 ? "Hielp deze hulpvrager al eerder, en dat ging goed." : "Hielp deze hulpvrager nog niet eerder.",
                punten.EerderGoed),
            new(
                "laatst-gevraagd",
                profiel.LaatstGevraagdOp is { } asked ? $"Is voor het laatst gevraagd: {Dutch.Days(DaysSince(asked))}." : "Is nog nooit gevraagd.",
                punten.LaatstGevraagd),
            new("belasting", minutes == 0 ? "Heeft die maand nog niets." : $"Heeft die maand al {minutes} minuten.", punten.Belasting),
            new(
                "nieuwkomer",
                profiel.AfspraakCount == 0 ? "Is nog niet eerder gekoppeld en krijgt voorrang." : $"Is al {profiel.AfspraakCount} keer gekoppeld.",
                punten.Nieuwkomer),
        ];
    }

    private Punten Score(Profiel profiel, int momentCount)
    {
        var weights = regels.Gewichten;
        return new(
            Points(weights.Afstand, 1 - (reistijd.Meters(profiel.Plaats, vraag.Plaats) / (profiel.RadiusKilometers * 1000.0))),
            Points(weights.Tijd, TimeShare(profiel, momentCount)),
            Points(weights.Vaardigheden, wantedCount == 0 ? 1 : (double)HeldCount(profiel) / wantedCount),
            Points(weights.Taal, vraag.Talen.Count == 0 || SharedTaal(profiel) is not null ? 1 : 0),
            Points(weights.EerderGoed, vraag.HelpedBefore.Contains(profiel.HelperId) ? 1 : 0),
            Points(weights.LaatstGevraagd, profiel.LaatstGevraagdOp is { } asked ? (double)DaysSince(asked) / RestedDays : 1),
            Points(weights.Belasting, 1 - ((double)profiel.Agenda.TakenWithin(month) / (WeeksInMonth * (profiel.MaximumWeekMinutes ?? UsualWeekMinutes)))),
            Points(weights.Nieuwkomer, profiel.AfspraakCount == 0 ? 1 : 0));
    }

    // Who named no times may be free, and then again may not.
    private double TimeShare(Profiel profiel, int momentCount) => (double)momentCount / vraag.Bezoeken.Count * (profiel.Agenda.Week is null ? 0.5 : 1);

    private string TimeText(Profiel profiel, Plan plan)
    {
        var text = vraag.Bezoeken.Count == 1 ? "Kan op een van de gevraagde tijden" : $"Kan bij {plan.Momenten.Count} van de {vraag.Bezoeken.Count} eerste beurten";
        return profiel.Agenda.Week is null ? $"{text}, maar noemde geen vaste tijden." : $"{text}.";
    }

    private string TaalText(Profiel profiel) => vraag.Talen.Count == 0 ? "Er is geen taal genoemd."
        : SharedTaal(profiel) is { } taal ? $"Spreekt een taal van de hulpvrager: {taal}." : "Spreekt geen taal van de hulpvrager.";

    private string? SharedTaal(Profiel profiel)
    {
        foreach (var taal in vraag.Talen)
        {
            if (profiel.Speaks(taal))
            {
                return taal;
            }
        }

        return null;
    }

    private int HeldCount(Profiel profiel) => int.CreateChecked(uint.PopCount(vraag.GewensteVaardigheden & profiel.Vaardigheden));

    private int DaysSince(DateTimeOffset asked) => Math.Max(0, (int)(now - asked).TotalDays);

    private static Minuten MonthOf(int minute)
    {
        var day = NederlandseTijd.DayOf(Moment.Of(minute));
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(
            Moment.MinuteOf(NederlandseTijd.MomentOf(first, TimeOnly.MinValue)),
            Moment.MinuteOf(NederlandseTijd.MomentOf(first.AddMonths(1), TimeOnly.MinValue)));
    }

    private static int Points(int weight, double share) => (int)Math.Round(weight * Math.Clamp(share, 0, 1), MidpointRounding.AwayFromZero);
}

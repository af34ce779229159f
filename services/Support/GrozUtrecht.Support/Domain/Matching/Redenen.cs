using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>One named term of a score, or of a refusal, with a sentence for people.</summary>
internal sealed record Reden(string Code, string Tekst, int Punten);

/// <summary>Says in plain Dutch why somebody is no candidate.</summary>
internal static class Redenen
{
    public static Reden Of(Obstakel obstakel, Vraagbeeld vraag, Profiel profiel, Matchingregels regels, Reistijd reistijd) => obstakel switch
    {
        Obstakel.Categorie => Refusal("categorie", "Deze helper biedt dit soort hulp niet aan."),
        Obstakel.Hulpvrager => Refusal("hulpvrager", "Deze helper stelt de hulpvraag zelf."),
        Obstakel.Afstand => Refusal(
            "afstand", $"Woont op {Dutch.Distance(reistijd.Meters(profiel.Plaats, vraag.Plaats))} en helpt tot {profiel.RadiusKilometers} km."),
        Obstakel.Vaardigheden => Refusal(
            "vaardigheden", $"Mist een vereiste vaardigheid: {Dutch.List(Bits.Values<Vaardigheid>(vraag.VereisteVaardigheden & ~profiel.Vaardigheden))}."),
        Obstakel.Taal => Refusal("taal", $"Spreekt de vereiste taal niet: {vraag.VereisteTaal}."),
        Obstakel.Vog => Refusal("vog", profiel.VogLastDay is null ? "Heeft geen VOG." : "De VOG is verlopen voordat de hulp afgelopen is."),
        Obstakel.Auto => Refusal("auto", "Heeft geen auto."),
        Obstakel.Omstandigheden => Refusal(
            "omstandigheden",
            $"Wil niet helpen bij: {Dutch.List(Bits.Values<Omstandigheid>(vraag.Omstandigheden & (profiel.Bezwaren | (profiel.Maatje?.Bezwaren ?? 0))))}."),
        Obstakel.AlGevraagd => Refusal("al-gevraagd", "Deze helper is al voor deze hulpvraag gevraagd."),
        Obstakel.EerlijkDeel => Refusal("eerlijk-deel", $"Is deze week al {regels.MaximumAsksPerWeek} keer gevraagd; dat is genoeg voor een week."),
        Obstakel.Gepauzeerd => Refusal("gepauzeerd", "Heeft in deze periode een pauze."),
        Obstakel.Beschikbaarheid => Refusal("beschikbaarheid", "Is op deze tijden niet beschikbaar."),
        Obstakel.Bezet => Refusal("bezet", "Heeft op dat moment, of te kort ervoor of erna, al een afspraak."),
        Obstakel.WeekVol => Refusal("week-vol", $"Zou met deze hulp boven de {profiel.MaximumWeekMinutes} minuten per week komen."),
        Obstakel.Maatje => Refusal("maatje", "Komt alleen samen met een maatje, en dat heeft dan geen tijd."),
        _ => throw new ArgumentOutOfRangeException(nameof(obstakel), obstakel, "Nobody wrote a sentence for it."),
    };

    private static Reden Refusal(string code, string tekst) => new(code, tekst, 0);
}

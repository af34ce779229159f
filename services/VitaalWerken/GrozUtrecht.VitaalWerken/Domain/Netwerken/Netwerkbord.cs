using GrozUtrecht.Gebieden;

namespace GrozUtrecht.VitaalWerken.Domain.Netwerken;

/// <summary>A thread that waited longer than its patience, with what to do about it.</summary>
/// <param name="DagenTeLaat">Days since its patience ended; 0 is today.</param>
internal sealed record Signaal(Draad Draad, int DagenTeLaat)
{
    public string Waarom => Netwerkbord.Why(Draad.Soort, DagenTeLaat + Netwerkbord.PatienceDays(Draad.Soort));

    public string VolgendeActie => Netwerkbord.NextAction(Draad.Soort);
}

/// <summary>Decides which threads of a network lie still, and what the next action is.</summary>
internal static class Netwerkbord
{
    /// <summary>How many days something may wait; the follow-up of a meeting within fourteen is the programme's own rule.</summary>
    public static int PatienceDays(Stilstand soort) => soort switch
    {
        Stilstand.BedrijfZonderBijeenkomst => 30,
        Stilstand.BijeenkomstNietGemeld => 7,
        Stilstand.BijeenkomstZonderOpvolging => 14,
        Stilstand.LidZonderBedrijfsscan => 30,
        Stilstand.BehoefteZonderKoppeling => 30,
        Stilstand.KoppelingZonderAntwoord => 7,
        Stilstand.KoppelingZonderProgramma => 30,
        Stilstand.ProgrammaZonderInstemming => 14,
        Stilstand.ProgrammaZonderInschrijving => 21,
        Stilstand.ProgrammaZonderAfsluiting => 14,
        Stilstand.BijdrageTeLaat => 7,
        _ => 0,
    };

    /// <summary>What lies still today, the longest too late first; of equals the oldest, so that the order is always the same.</summary>
    public static IReadOnlyList<Signaal> Judge(IEnumerable<Draad> draden, DateOnly today) =>
    [
        .. draden
            .Select(draad => new Signaal(draad, DaysSince(draad, today) - PatienceDays(draad.Soort)))
            .Where(signaal => signaal.DagenTeLaat >= 0)
            .OrderByDescending(signaal => signaal.DagenTeLaat)
            .ThenBy(signaal => signaal.Draad.Sinds)
            .ThenBy(signaal => signaal.Draad.BronId),
    ];

    private static int DaysSince(Draad draad, DateOnly today) => today.DayNumber - NederlandseTijd.DayOf(draad.Sinds).DayNumber;

    /// <summary>What waits, and how long.</summary>
    public static string Why(Stilstand soort, int days)
    {
        var waited = days == 1 ? "1 dag" : $"{days} dagen";
        return soort switch
        {
            Stilstand.BedrijfZonderBijeenkomst => $"Al {waited} belangstelling, en er is geen inspiratiebijeenkomst gepland.",
            Stilstand.BijeenkomstNietGemeld => $"De bijeenkomst was {waited} geleden, en nog niemand meldde hoeveel mensen er waren.",
            Stilstand.BijeenkomstZonderOpvolging => $"De bijeenkomst was {waited} geleden, en er is niets afgesproken.",
            Stilstand.LidZonderBedrijfsscan => $"Al {waited} lid, en de bedrijfsscan is niet ingevuld.",
            Stilstand.BehoefteZonderKoppeling => $"De behoefte is {waited} bekend, en er is geen koppeling voorgesteld of gemaakt.",
            Stilstand.KoppelingZonderAntwoord => $"De voorgestelde koppeling wacht al {waited} op een antwoord.",
            Stilstand.KoppelingZonderProgramma => $"De koppeling is {waited} geleden gemaakt, en er is geen programma.",
            Stilstand.ProgrammaZonderInstemming => $"De voorgestelde versie wacht al {waited} op ieders instemming.",
            Stilstand.ProgrammaZonderInschrijving => $"Het programma is {waited} geleden overeengekomen, en er zijn minder dan vijf inschrijvingen.",
            Stilstand.ProgrammaZonderAfsluiting => $"De laatste sessie was {waited} geleden, en het programma is niet afgesloten.",
            Stilstand.BijdrageTeLaat => $"De bijdrage was {waited} geleden gepland, en is niet geleverd.",
            Stilstand.BijdrageNietGeboekt => $"De bijdrage is {waited} geleden geleverd, en de Tijdbank kon haar niet boeken.",
            _ => $"De bijdrage is {waited} geleden betwist.",
        };
    }

    /// <summary>What to do about it.</summary>
    public static string NextAction(Stilstand soort) => soort switch
    {
        Stilstand.BedrijfZonderBijeenkomst => "Bel het bedrijf en plan een inspiratiebijeenkomst.",
        Stilstand.BijeenkomstNietGemeld => "Meld de bijeenkomst als gehouden, of gelast haar af.",
        Stilstand.BijeenkomstZonderOpvolging => "Spreek een vervolg af en leg het vast.",
        Stilstand.LidZonderBedrijfsscan => "Vul samen met het bedrijf de bedrijfsscan in.",
        Stilstand.BehoefteZonderKoppeling => "Bekijk de koppelvoorstellen en stel er een voor.",
        Stilstand.KoppelingZonderAntwoord => "Vraag wie nog niet antwoordde om een ja of nee.",
        Stilstand.KoppelingZonderProgramma => "Stel met bedrijf en leverancier een programma op.",
        Stilstand.ProgrammaZonderInstemming => "Vraag wie nog niet instemde wat er anders moet.",
        Stilstand.ProgrammaZonderInschrijving => "Deel uitnodigingscodes uit, bijvoorbeeld op de werkvloer.",
        Stilstand.ProgrammaZonderAfsluiting => "Sluit het programma af; dan komt het verslag.",
        Stilstand.BijdrageTeLaat => "Vraag het bedrijf om een nieuwe datum, of meld de levering.",
        Stilstand.BijdrageNietGeboekt => "Kijk bij de bijdrage waarom, en kies een andere wijkpot.",
        _ => "Breng bedrijf en ontvanger bij elkaar.",
    };
}

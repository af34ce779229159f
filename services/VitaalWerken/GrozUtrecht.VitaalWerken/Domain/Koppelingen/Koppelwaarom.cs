using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>
/// Says in plain Dutch why an offer scores as it does, or why it does not fit. A supplier may read these sentences too, so they never
/// name what the company would pay at most.
/// </summary>
internal sealed class Koppelwaarom(Koppelvraag vraag, Koppelscore score)
{
    private static readonly Koppelterm[] Terms = Enum.GetValues<Koppelterm>();

    /// <summary>One reason for each term, whose points together are the score.</summary>
    public IReadOnlyList<Koppelreden> Explain(AanbodProfiel aanbod, Koppelpunten punten) =>
        [.. Terms.Select(term => new Koppelreden(JsonNamingPolicy.KebabCaseLower.ConvertName(term.ToString()), Tekst(term, aanbod), punten.Of(term), Koppelpunten.Maximum.Of(term)))];

    public Belemmering Explain(Koppelbelemmering belemmering, AanbodProfiel aanbod) =>
        new(JsonNamingPolicy.KebabCaseLower.ConvertName(belemmering.ToString()), Tekst(belemmering, aanbod));

    private string Tekst(Koppelterm term, AanbodProfiel aanbod) => term switch
    {
        Koppelterm.Onderwerp => OnderwerpTekst(aanbod),
        Koppelterm.Afstand => AfstandTekst(vraag.MetersFrom[aanbod.Leverancier.Plaats]),
        Koppelterm.Vorm => vraag.Vormen == 0 ? "Het bedrijf heeft geen voorkeur voor een vorm."
            : (vraag.Vormen & (1 << (int)aanbod.Vorm)) != 0 ? "Heeft een vorm die het bedrijf wenst." : "Heeft een andere vorm dan het bedrijf wenst.",
        Koppelterm.Prijs => aanbod.Prijssoort switch
        {
            Prijssoort.Gratis => "Kost niets.",
            Prijssoort.InNatura => "Vraagt een tegenprestatie in plaats van geld.",
            _ => $"Kost {Euro(aanbod.PrijsCenten.GetValueOrDefault())} per sessie.",
        },
        Koppelterm.Beschikbaarheid => BeschikbaarheidTekst(aanbod),
        Koppelterm.LaatstVoorgesteld => aanbod.Leverancier.LaatstVoorgesteldDag is { } day
            ? $"Deze leverancier is voor het laatst voorgesteld: {Ago(vraag.Vandaag - day)}."
            : "Deze leverancier is nog nooit voorgesteld.",
        Koppelterm.Belasting => score.MadeInYear(aanbod.Leverancier) switch
        {
            0 => "Heeft in de afgelopen 12 maanden nog geen koppeling.",
            1 => "Heeft in de afgelopen 12 maanden 1 koppeling.",
            var count => $"Heeft in de afgelopen 12 maanden {count} koppelingen.",
        },
        Koppelterm.Nieuwkomer => aanbod.Leverancier.GemaaktDagen.Length == 0 ? "Is nog niet eerder gekoppeld en krijgt voorrang." : "Is al eerder gekoppeld.",
        Koppelterm.Leerplek => aanbod.Leerplek ? "Leerlingen of studenten leren ervan." : "Is geen leerplek voor leerlingen of studenten.",
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Nobody wrote a sentence for it."),
    };

    private string Tekst(Koppelbelemmering belemmering, AanbodProfiel aanbod) => belemmering switch
    {
        Koppelbelemmering.NietActief => "Dit aanbod loopt niet meer.",
        Koppelbelemmering.EigenAanbod => "Dit aanbod is van de organisatie van het bedrijf zelf.",
        Koppelbelemmering.Gebied => "Dit aanbod is er niet in het gebied van het bedrijf.",
        Koppelbelemmering.Onderwerp => "Dit onderwerp hoort niet bij wat het bedrijf zoekt.",
        Koppelbelemmering.Groepsgrootte => $"Dit aanbod is voor groepen van {aanbod.GroepMinimum} tot en met {aanbod.GroepMaximum} mensen.",
        Koppelbelemmering.TeDuur => $"Kost {Euro(aanbod.PrijsCenten.GetValueOrDefault())} per sessie; dat is meer dan gewenst.",
        Koppelbelemmering.Dagdelen => "Is op de gewenste dagdelen niet beschikbaar.",
        Koppelbelemmering.Periode => "Is in de gewenste periode niet beschikbaar.",
        Koppelbelemmering.AlGekoppeld => "Van dit aanbod is al een koppeling voorgesteld of gemaakt.",
        _ => throw new ArgumentOutOfRangeException(nameof(belemmering), belemmering, "Nobody wrote a sentence for it."),
    };

    private string OnderwerpTekst(AanbodProfiel aanbod)
    {
        if (vraag.Onderwerpen.Count == 0)
            return "De behoefte van het bedrijf is nog niet bekend; elk onderwerp telt even zwaar.";
        var rank = vraag.Onderwerpen.TakeWhile(onderwerp => onderwerp != aanbod.Onderwerp).Count();
        return rank == vraag.Onderwerpen.Count
            ? "Dit onderwerp hoort niet bij wat het bedrijf zoekt."
            : $"Gaat over nummer {rank + 1} van de {vraag.Onderwerpen.Count} onderwerpen die het bedrijf zoekt.";
    }

    private string BeschikbaarheidTekst(AanbodProfiel aanbod)
    {
        var days = Math.Max(0, score.DaysTogether(aanbod));
        var period = days == vraag.TotEnMetDag - vraag.VanDag + 1 ? "in de hele periode" : $"op {days} dagen van de periode";
        return vraag.Dagdelen == 0
            ? $"Is {period} beschikbaar, op {BitOperations.PopCount((uint)aanbod.Beschikbaar)} dagdelen per week."
            : $"Is {period} beschikbaar, op {BitOperations.PopCount((uint)(aanbod.Beschikbaar & vraag.Dagdelen))} "
                + $"van de {BitOperations.PopCount((uint)vraag.Dagdelen)} gewenste dagdelen.";
    }

    private static string AfstandTekst(int meters) => meters == 0
        ? "Zit in hetzelfde postcodegebied."
        : $"Zit op ongeveer {(meters / 1000.0).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} km.";

    private static string Euro(long centen) => string.Create(CultureInfo.InvariantCulture, $"{centen / 100},{centen % 100:00} euro");

    private static string Ago(int days) => days switch
    {
        < 1 => "vandaag",
        1 => "gisteren",
        < 14 => $"{days} dagen geleden",
        _ => $"{days / 7} weken geleden",
    };
}

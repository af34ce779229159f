using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Features.Hulpvragen;

/// <summary>Somebody asks for help.</summary>
public sealed record SubmitHulpvraagRequest(
    [property: Description("Wie om hulp vraagt, zoals door Identity uitgegeven.")] Guid PersoonId,
    [property: Description("Soort hulp.")] Categorie Categorie,
    [property: Description("In eigen woorden, zonder namen, adressen of burgerservicenummer.")]
    [property: Required(ErrorMessage = "Zeg waar het om gaat."), StringLength(1000, ErrorMessage = "Een omschrijving is hooguit 1000 tekens.")]
    string Omschrijving,
    [property: Description("Vier cijfers."), RegularExpression("^[1-9][0-9]{3}$", ErrorMessage = "Een postcode is vier cijfers.")] string Postcode,
    [property: Description("Hoe dringend het is.")] Urgentie Urgentie,
    [property: Description("Hoe lang de hulp naar verwachting duurt."), Range(1, 1440, ErrorMessage = "Een duur is 1 tot 1440 minuten.")] int DuurMinuten,
    [property: Description("Wanneer de hulp precies begint, op de minuut: hooguit 7 dagen terug en een jaar vooruit. Of geef tijdvensters, of een patroon.")]
    DateTimeOffset? BegintOp = null,
    [property: Description("Wanneer een bezoek kan: binnen een van deze tijden."), Length(1, Beurt.MaximumVensters, ErrorMessage = "Geef 1 tot 10 tijdvensters.")]
    IReadOnlyList<TijdvensterRequest>? Tijdvensters = null,
    [property: Description("Hulp die terugkomt.")] PatroonRequest? Patroon = null,
    [property: Description("Hoeveel helpers er per beurt nodig zijn; 1 als het ontbreekt."), Range(1, 10, ErrorMessage = "Vraag 1 tot 10 helpers.")]
    int? AantalHelpers = null,
    [property: Description("Langs welke weg de vraag binnenkwam; web als het ontbreekt. Het maakt voor de rest geen verschil.")] Kanaal? Kanaal = null,
    [property: Description("Waaraan een helper moet voldoen.")] EisenRequest? Eisen = null,
    [property: Description("Wat een helper geschikter maakt.")] WensenRequest? Wensen = null,
    [property: Description("Wat een helper van de plek moet weten."), MaxLength(3, ErrorMessage = "Noem elke omstandigheid hooguit een keer.")]
    IReadOnlyList<Omstandigheid>? Omstandigheden = null,
    [property: Description("Laat het platform zelf helpers een voor een vragen; anders doet de partner dat.")] bool Automatisch = false,
    [property: Description("Laat ook de hulpvrager ja zeggen voordat er een afspraak is.")] bool ZelfKiezen = false,
    [property: Description("Tot wanneer er gezocht wordt voordat de buurtassistent het oppakt; als het ontbreekt volgt het uit de urgentie.")]
    DateTimeOffset? UiterlijkOp = null,
    [property: Description("Als iemand anders de vraag stelt: wie dat is, en de toestemming van de hulpvrager.")] NamensRequest? Namens = null);

/// <summary>From a moment until another.</summary>
public sealed record TijdvensterRequest(
    [property: Description("Vanaf dit moment.")] DateTimeOffset VanOp,
    [property: Description("Tot dit moment, hooguit een etmaal later.")] DateTimeOffset TotOp);

/// <summary>How a visit comes back.</summary>
public sealed record PatroonRequest(
    [property: Description("Dagen van de week."), Length(1, 7, ErrorMessage = "Kies 1 tot 7 dagen.")] IReadOnlyList<Weekdag> Dagen,
    [property: Description("Nederlandse kloktijd, uu:mm."), RegularExpression(Kloktijd.Pattern, ErrorMessage = "Een tijd is uu:mm.")] string Van,
    [property: Description("Nederlandse kloktijd, uu:mm; eerder dan van betekent de volgende dag."), RegularExpression(Kloktijd.Pattern, ErrorMessage = "Een tijd is uu:mm.")]
    string Tot,
    [property: Description("Eerste dag.")] DateOnly EersteDatum,
    [property: Description("Laatste dag, hooguit een jaar later; samen hooguit 200 beurten.")] DateOnly LaatsteDatum,
    [property: Description("1 is elke week, 2 om de week."), Range(1, Domain.Agenda.Patroon.MaximumWeeks, ErrorMessage = "Herhaal om de 1 tot 8 weken.")]
    int IedereWeken = 1);

/// <summary>What a helper must have.</summary>
public sealed record EisenRequest(
    [property: Description("ISO 639-1, bijvoorbeeld ar."), RegularExpression("^[a-z]{2}$", ErrorMessage = "Een taal is twee kleine letters.")] string? Taal = null,
    [property: Description("Alle moeten er zijn."), MaxLength(10, ErrorMessage = "Eis hooguit 10 vaardigheden.")] IReadOnlyList<Vaardigheid>? Vaardigheden = null,
    [property: Description("Een VOG die geldt tot en met de laatste beurt.")] bool Vog = false,
    [property: Description("Een auto.")] bool Auto = false);

/// <summary>What makes one helper fit better than another.</summary>
public sealed record WensenRequest(
    [property: Description("Talen van de hulpvrager als ISO 639-1."), MaxLength(10, ErrorMessage = "Noem hooguit 10 talen.")] IReadOnlyList<string>? Talen = null,
    [property: Description("Hoe meer, hoe beter."), MaxLength(10, ErrorMessage = "Noem hooguit 10 vaardigheden.")] IReadOnlyList<Vaardigheid>? Vaardigheden = null);

/// <summary>Somebody asks for another person, who agreed to it.</summary>
public sealed record NamensRequest(
    [property: Description("Wat de aanmelder van de hulpvrager is.")] Relatie Relatie,
    [property: Description("Hoe de hulpvrager toestemming gaf.")] Toestemmingswijze Wijze,
    [property: Description("Welke tekst er is voorgelegd."), Required(ErrorMessage = "Noem de versie van de tekst."), StringLength(50, ErrorMessage = "Een versie is hooguit 50 tekens.")]
    string TekstVersie,
    [property: Description("Wanneer de toestemming is gegeven.")] DateTimeOffset GegevenOp,
    [property: Description("De aanmelder, zoals door Identity uitgegeven; mag ontbreken.")] Guid? AanmelderPersoonId = null);

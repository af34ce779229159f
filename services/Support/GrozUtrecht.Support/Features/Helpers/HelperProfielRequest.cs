using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Features.Helpers;

/// <summary>What a helper offers and when; the same at registration and when it changes.</summary>
public abstract class HelperProfielRequest
{
    [Description("Vier cijfers.")]
    [RegularExpression("^[1-9][0-9]{3}$", ErrorMessage = "Een postcode is vier cijfers.")]
    public required string Postcode { get; init; }

    [Description("Soorten hulp die de helper aanbiedt.")]
    [Length(1, 7, ErrorMessage = "Noem 1 tot 7 soorten hulp.")]
    public required IReadOnlyList<Categorie> Categorieen { get; init; }

    [Description("Tot hoever de helper komt, hemelsbreed.")]
    [Range(1, 50, ErrorMessage = "Een straal is 1 tot 50 km.")]
    public required int StraalKilometers { get; init; }

    [Description("Hoeveel minuten per week de helper hooguit wil helpen.")]
    [Range(15, 10_080, ErrorMessage = "Een maximum is 15 tot 10080 minuten.")]
    public int? MaximumMinutenPerWeek { get; init; }

    [Description("Talen als ISO 639-1, bijvoorbeeld nl of ar.")]
    [MaxLength(10, ErrorMessage = "Noem hooguit 10 talen.")]
    public IReadOnlyList<string>? Talen { get; init; }

    [Description("Als wat iemand helpt; bewoner als het ontbreekt.")]
    public HelperSoort? Soort { get; init; }

    [Description("Wat de helper kan, naast de soorten hulp.")]
    [MaxLength(20, ErrorMessage = "Noem hooguit 20 vaardigheden.")]
    public IReadOnlyList<Vaardigheid>? Vaardigheden { get; init; }

    [Description("Of de helper een auto heeft.")]
    public bool Auto { get; init; }

    [Description("Laatste dag waarop de VOG telt; laat weg zonder VOG.")]
    public DateOnly? VogGeldigTotDatum { get; init; }

    [Description("Waar de helper niet wil komen.")]
    [MaxLength(3, ErrorMessage = "Noem elk bezwaar hooguit een keer.")]
    public IReadOnlyList<Omstandigheid>? Bezwaren { get; init; }

    [Description("Andere helper met wie deze alleen samen komt.")]
    public Guid? MaatjeId { get; init; }

    [Description("Vaste tijden per week; laat weg als elke tijd in overleg kan.")]
    [MaxLength(50, ErrorMessage = "Noem hooguit 50 tijden per week.")]
    public IReadOnlyList<WeekVensterRequest>? Beschikbaarheid { get; init; }

    [Description("Dagen die van de week afwijken.")]
    [MaxLength(100, ErrorMessage = "Noem hooguit 100 uitzonderingen.")]
    public IReadOnlyList<UitzonderingRequest>? Uitzonderingen { get; init; }

    [Description("Een periode waarin de helper niet gevraagd wordt.")]
    public PauzeRequest? Pauze { get; init; }
}

/// <summary>Every week on this day, on a Dutch clock.</summary>
public sealed record WeekVensterRequest(
    [property: Description("Dag van de week.")] Weekdag Dag,
    [property: Description("uu:mm."), RegularExpression(Kloktijd.Pattern, ErrorMessage = "Een tijd is uu:mm.")] string Van,
    [property: Description("uu:mm; 24:00 is het einde van de dag."), RegularExpression(Kloktijd.Pattern, ErrorMessage = "Een tijd is uu:mm.")] string Tot);

/// <summary>One day that differs from the week, on a Dutch clock.</summary>
public sealed record UitzonderingRequest(
    [property: Description("De dag.")] DateOnly Datum,
    [property: Description("true: dan juist wel; false: dan niet.")] bool Beschikbaar,
    [property: Description("uu:mm."), RegularExpression(Kloktijd.Pattern, ErrorMessage = "Een tijd is uu:mm.")] string Van = "00:00",
    [property: Description("uu:mm; 24:00 is het einde van de dag."), RegularExpression(Kloktijd.Pattern, ErrorMessage = "Een tijd is uu:mm.")] string Tot = "24:00");

/// <summary>From a day until and including another, or without an end.</summary>
public sealed record PauzeRequest(
    [property: Description("Eerste dag.")] DateOnly VanDatum,
    [property: Description("Laatste dag; laat weg als die niet bekend is.")] DateOnly? TotDatum = null);

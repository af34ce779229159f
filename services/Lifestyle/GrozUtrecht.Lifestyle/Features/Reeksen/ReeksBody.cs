using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Agenda;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary>What a series is, the same when it is tried, made and changed.</summary>
public sealed record ReeksBody(
    [property: Description("Waarin de reeks telt.")] Frequentie Frequentie,
    [property: Description("De eerste dag; bij een wijziging de dag vanaf wanneer zij geldt.")] DateOnly Vanaf,
    [property: Required, RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$", ErrorMessage = "Een tijd is uren en minuten, zoals 19:00."),
        Description("Nederlandse tijd, ook als de klok verzet wordt.")]
    string Begintijd,
    [property: Range(SessieRules.MinimumMinutes, SessieRules.MaximumHours * 60), Description("Hoe lang elke sessie duurt.")] int DuurMinuten,
    [property: Range(1, ReeksRules.MaximumElke), Description("Elke zoveel dagen, weken of maanden, geteld vanaf de eerste sessie.")] int Elke = 1,
    [property: MaxLength(7), Description("Wekelijks: op deze dagen. Maandelijks met weekVanMaand: op deze ene.")] IReadOnlyList<Weekdag>? Weekdagen = null,
    [property: Range(Herhaling.LaatsteDag, 31), Description("Maandelijks, op deze dag; -1 is de laatste. Een maand zonder die dag wordt overgeslagen.")]
    int? DagVanMaand = null,
    [property: Description("Maandelijks, op de zoveelste weekdag: `laatste` met `vrijdag` is de laatste vrijdag van de maand.")] Maandweek? WeekVanMaand = null,
    [property: Description("De laatste dag. Zonder laatste dag en zonder aantal loopt de reeks door.")] DateOnly? Tot = null,
    [property: Range(1, ReeksRules.MaximumAantal), Description("Na zoveel sessies is de reeks klaar. Een dag die wordt overgeslagen telt niet mee.")]
    int? Aantal = null,
    [property: Description("Geen sessies in de schoolvakanties van regio Midden.")] bool OverslaanInVakanties = false,
    [property: Description("Geen sessies op algemeen erkende feestdagen.")] bool OverslaanOpFeestdagen = false,
    [property: MaxLength(100), Description("Dagen zonder sessie.")] IReadOnlyList<DateOnly>? OvergeslagenDagen = null)
{
    internal Reeksregel ToRegel() => new(
        new Herhaling(Frequentie, Elke, Weekdagen ?? [], DagVanMaand, WeekVanMaand),
        Vanaf,
        TimeOnly.ParseExact(Begintijd, "HH:mm", CultureInfo.InvariantCulture),
        DuurMinuten)
    {
        Tot = Tot,
        Aantal = Aantal,
        OverslaanInVakanties = OverslaanInVakanties,
        OverslaanOpFeestdagen = OverslaanOpFeestdagen,
    };
}

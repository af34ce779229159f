using System.Globalization;

namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>
/// The rules in plain Dutch: what the rule is, what it means here, and who decides. No tax advice, and nothing about a person that
/// the asker did not say.
/// </summary>
internal static class Uitleg
{
    public const string NothingToPay = "Het bedrag komt uit op nul cent. Kies meer uren of een hoger tarief.";

    private const string WhoDecides = "De overheid stelt deze bedragen elk jaar vast; de Belastingdienst beslist of een vergoeding onbelast is.";

    /// <summary>The rule that an allowed payout was held against.</summary>
    public static string Of(IEnumerable<Vergoedingsnorm> normen)
    {
        var years = normen.Select(norm =>
            $"In {norm.Jaar} is dat {Euro(norm.UurVanaf21Centen)} per uur vanaf 21 jaar, {Euro(norm.UurOnder21Centen)} per uur onder 21 jaar, "
            + $"{Euro(norm.MaandCenten)} per maand en {Euro(norm.JaarCenten)} per jaar.");
        return "Een vergoeding voor vrijwilligerswerk heeft een maximum, voor alle organisaties samen; onkosten tellen mee. "
            + $"{string.Join(' ', years)} {WhoDecides}";
    }

    public static string NotPayable(string urenSoort) =>
        $"Uren van de soort {urenSoort} worden niet uitbetaald. Alleen bevestigde uren vrijwilligerswerk komen daarvoor in aanmerking. "
        + "Haal deze uren uit het verzoek.";

    public static string NormMissing(int jaar) =>
        $"Voor {jaar} zijn de maximale vergoedingen nog niet ingevoerd. Uitbetalen kan pas als de beheerder van de Tijdbank dat heeft gedaan. "
        + "De overheid stelt deze bedragen elk jaar vast.";

    public static string GeboortedatumMissing(Vergoedingsnorm norm) =>
        $"Wij kennen de geboortedatum niet. Daarom geldt het maximum voor mensen onder 21 jaar: {Euro(norm.UurOnder21Centen)} per uur in {norm.Jaar}. "
        + "Vul de geboortedatum in bij de deelnemer, of kies een lager tarief.";

    public static string HourCap(Vergoedingsnorm norm, DateOnly? geboortedatum, DateOnly dag, int tariefCenten)
    {
        var cap = norm.UurCenten(geboortedatum, dag);
        var group = cap == norm.UurVanaf21Centen ? "vanaf 21 jaar" : "onder 21 jaar";
        return $"Op {dag.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture)} was het maximum {Euro(cap)} per uur ({group}). U vraagt {Euro(tariefCenten)}. "
            + $"Kies een lager tarief, of vraag uren van een andere leeftijd of een ander jaar apart aan. {WhoDecides}";
    }

    public static string OverCap(Maand maand, long centen, long already, long maximum)
    {
        var period = maand.Nummer == 0 ? $"het jaar {maand}" : $"de maand {maand}";
        return $"Het maximum voor {period} is {Euro(maximum)}, voor alle organisaties samen en met onkosten. Er is al {Euro(already)} uitbetaald of aangevraagd. "
            + $"Met {Euro(centen)} erbij wordt dat te veel. Vraag hooguit {Euro(Math.Max(0, maximum - already))} aan. {WhoDecides}";
    }

    public static string Warning(Maand maand, long centen, long maximum)
    {
        var period = maand.Nummer == 0 ? $"het jaar {maand}" : $"{maand}";
        return $"Let op: met deze uitbetaling is {centen * 100 / maximum} procent van het maximum voor {period} gebruikt "
            + $"({Euro(centen)} van {Euro(maximum)}).";
    }

    /// <summary>An amount as Dutch people write it: € 1.800,00.</summary>
    public static string Euro(long centen) => string.Create(
        CultureInfo.InvariantCulture, $"€ {(centen / 100).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.')},{centen % 100:00}");
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>What the sociale kaart says of a voorziening; the same when it is created, changed and read.</summary>
public sealed record VoorzieningInhoud(
    [property: Description("Naam waaronder mensen de voorziening kennen."), StringLength(150, MinimumLength = 2), RegularExpression(Vorm.Regel)] string Naam,
    [property: Description("Wat het is, zonder namen van personen."), StringLength(2000, MinimumLength = 1), RegularExpression(Vorm.Tekst)]
    string Omschrijving,
    [property: Description("Codes uit de lijst van kaartcategorieën."), Length(1, 5)] IReadOnlyList<string> Categorieen,
    [property: Description("Wat het kost.")] Kosten Kosten,
    [property: Description("Hoe iemand er terechtkomt.")] Aanmelding Aanmelding,
    [property: Description("Locaties die u zelf opvoerde; zonder locatie is het online, telefonisch of thuis."), MaxLength(20)]
    IReadOnlyList<Guid>? LocatieIds = null,
    [property: Description("Voor wie het is."), StringLength(500, MinimumLength = 1), RegularExpression(Vorm.Tekst)] string? Doelgroep = null,
    [property: Range(0, 120)] int? MinimumLeeftijd = null,
    [property: Range(0, 120)] int? MaximumLeeftijd = null,
    [property: Description("Voorwaarden bij de kosten."), StringLength(300, MinimumLength = 1), RegularExpression(Vorm.Tekst)] string? KostenToelichting = null,
    [property: Description("Eurocenten per keer."), Range(1, 1_000_000)] int? BedragCenten = null,
    [property: Description("Hoe aanmelden gaat."), StringLength(500, MinimumLength = 1), RegularExpression(Vorm.Tekst)] string? AanmeldingToelichting = null,
    [property: Description("Talen als ISO 639-1, bijvoorbeeld nl of ar."), MaxLength(20)] IReadOnlyList<string>? Talen = null,
    [property: Description("Codes van gebieden waarvoor het bedoeld is; zonder geldt het overal."), MaxLength(20)] IReadOnlyList<string>? Werkgebied = null,
    [property: Description("Adres dat begint met http:// of https://."), StringLength(Vorm.MaximumWebsiteLength), RegularExpression(Vorm.Website)]
    string? Website = null,
    [property: Description("Algemeen adres, niet van een persoon."), StringLength(Vorm.MaximumEmailLength), RegularExpression(Vorm.Email)] string? Email = null,
    [property: Description("Algemeen nummer, niet van een persoon."), RegularExpression(Vorm.Telefoon)] string? Telefoon = null,
    [property: Description("Wekelijkse openingstijden."), MaxLength(50)] IReadOnlyList<OpeningstijdInhoud>? Openingstijden = null,
    [property: Description("Dagen met andere tijden of gesloten, zoals feestdagen."), MaxLength(60)] IReadOnlyList<AfwijkendeTijdInhoud>? AfwijkendeTijden = null,
    [property: Description("Team dat de gegevens bijhoudt, niet de naam van een persoon."), StringLength(100, MinimumLength = 1), RegularExpression(Vorm.Regel)]
    string? OnderhoudenDoor = null,
    [property: Description("Na hoeveel maanden iemand opnieuw kijkt of het klopt."), DefaultValue(6)]
    [property: Range(Verificatie.MinimumMonths, Verificatie.MaximumMonths)]
    int VerificatieMaanden = 6)
{
    /// <summary>Codes of everything that <see cref="Refuse"/> can say, for the documentation of the slices.</summary>
    internal static readonly string Codes =
        $"{KaartFailures.CategorieUnknown.Code} (422), {KaartFailures.LocatieForeign.Code} (422), {KaartFailures.TijdenInvalid.Code} (422), "
        + $"{KaartFailures.TaalInvalid.Code} (422), {KaartFailures.LeeftijdInvalid.Code} (422), {KaartFailures.BedragInvalid.Code} (422), "
        + $"{SupportFailures.GebiedUnknown.Code} (422), {FreeText.HoldsBsn.Code} (422), {FreeText.Unreadable.Code} (422)";

    /// <summary>Why it cannot stand like this, as far as it says so itself; null when it can.</summary>
    internal ProblemHttpResult? Refuse()
    {
        if ((Talen ?? []).Any(taal => taal is not { Length: 2 } || !taal.All(char.IsAsciiLetterLower)))
            return KaartFailures.TaalInvalid.ToProblem();
        if ((Werkgebied ?? []).Any(gebied => !Gebied.TryFind(gebied, out _)))
            return SupportFailures.GebiedUnknown.ToProblem(SupportFailures.GebiedHelp);
        if (MinimumLeeftijd > MaximumLeeftijd)
            return KaartFailures.LeeftijdInvalid.ToProblem();
        if (Kosten == Kosten.Gratis && BedragCenten is not null)
            return KaartFailures.BedragInvalid.ToProblem();
        if ((Openingstijden ?? []).Any(tijd => tijd is null) || (AfwijkendeTijden ?? []).Any(tijd => tijd is null))
            return KaartFailures.TijdenInvalid.ToProblem();
        return Tijden().Check(DistinctLocaties()) is { } fault
            ? KaartFailures.TijdenInvalid.ToProblem(Explain(fault))
            : Vorm.Refuse([
                Naam, Omschrijving, Doelgroep, KostenToelichting, AanmeldingToelichting, OnderhoudenDoor,
                .. (AfwijkendeTijden ?? []).Select(tijd => tijd.Reden),
            ]);
    }

    internal Guid[] DistinctLocaties() => [.. (LocatieIds ?? []).Distinct()];

    internal string[] DistinctCategorieen() => [.. Categorieen.Distinct(StringComparer.Ordinal)];

    internal VoorzieningRow PutInto(VoorzieningRow row)
    {
        var changed = row with
        {
            Naam = Naam,
            Omschrijving = Omschrijving,
            Categorieen = DistinctCategorieen(),
            LocatieIds = DistinctLocaties(),
            Doelgroep = Doelgroep,
            MinimumLeeftijd = MinimumLeeftijd,
            MaximumLeeftijd = MaximumLeeftijd,
            Kosten = Words<Kosten>.Of(Kosten),
            KostenToelichting = KostenToelichting,
            BedragCenten = BedragCenten,
            Aanmelding = Words<Aanmelding>.Of(Aanmelding),
            AanmeldingToelichting = AanmeldingToelichting,
            Talen = [.. (Talen ?? []).Distinct(StringComparer.Ordinal)],
            Werkgebied = [.. (Werkgebied ?? []).Distinct(StringComparer.Ordinal)],
            Website = Website,
            Email = Email,
            Telefoon = Telefoon,
            OnderhoudenDoor = OnderhoudenDoor,
            VerificatieMaanden = VerificatieMaanden,
        };
        changed = changed.With(Tijden());
        return row.GeverifieerdDatum is { } verified ? changed.Verified(Verificatie.On(verified, VerificatieMaanden)) : changed;
    }

    internal static VoorzieningInhoud Of(VoorzieningRow row)
    {
        var tijden = row.Tijden();
        return new(
            row.Naam, row.Omschrijving, row.Categorieen, Words<Kosten>.Read(row.Kosten), Words<Aanmelding>.Read(row.Aanmelding), row.LocatieIds,
            row.Doelgroep, row.MinimumLeeftijd, row.MaximumLeeftijd, row.KostenToelichting, row.BedragCenten, row.AanmeldingToelichting, row.Talen,
            row.Werkgebied, row.Website, row.Email, row.Telefoon, [.. tijden.Week.Select(OpeningstijdInhoud.Of)],
            [.. tijden.Afwijkend.Select(AfwijkendeTijdInhoud.Of)], row.OnderhoudenDoor, row.VerificatieMaanden);
    }

    private Openingstijden Tijden() =>
        new([.. (Openingstijden ?? []).Select(tijd => tijd.ToDomain())], [.. (AfwijkendeTijden ?? []).Select(tijd => tijd.ToDomain())]);

    private static string Explain(OpeningstijdenFault fault) => fault switch
    {
        OpeningstijdenFault.TimeIncomplete => "Noem bij afwijkende tijden van en tot allebei, of geen van beide als het gesloten is.",
        OpeningstijdenFault.DatesReversed => "De laatste dag ligt voor de eerste.",
        OpeningstijdenFault.DateUnlikely => "Een datum ligt tussen 2000 en 2199.",
        OpeningstijdenFault.PeriodTooLong => "Een afwijking duurt hooguit een jaar; wijzig anders de wekelijkse tijden.",
        OpeningstijdenFault.LocatieForeign => "Noem bij de tijden alleen locaties die in locatieIds staan.",
        _ => "Twee wekelijkse tijden op dezelfde dag en plek overlappen.",
    };
}

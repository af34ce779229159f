using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using GrozUtrecht.Support.Features.Hsds;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>An activity of Lifestyle as entries of the sociale kaart, in the words of the sociale kaart.</summary>
internal static class Activiteitinhoud
{
    private const int MinimumNameLength = 2;
    private const int MaximumTextLength = 2_000;

    // Who is told by event looks after it there; here it comes up for verification as late as is allowed.
    private const int VerificatieMaanden = Verificatie.MaximumMonths;
    private const string Keeper = "Lifestyle";

    // Lifestyle and the sociale kaart have these words in common.
    private static readonly string[] SameWords = Words<Toegankelijkheid>.Of([Toegankelijkheid.Rolstoeltoegankelijk, Toegankelijkheid.Prikkelarm]);

    private static readonly Dictionary<string, string> CategorieByDimensie = new(StringComparer.Ordinal)
    {
        ["lichaamsfuncties"] = "beweging",
        ["mentaal-welbevinden"] = "mentale-gezondheid",
    };

    /// <summary>Does it go out here? What OpenActive has a word for goes out there, and an aanbieder who is not verified nowhere.</summary>
    public static bool BelongsOnTheKaart(ActiviteitFeiten feiten) =>
        feiten is { OpenActiveConcept: null, AanbiederId: not null, AanbiederNaam: not null };

    public static OrganisatieRow Organisatie(ActiviteitFeiten feiten, Guid partnerId, DateTimeOffset now) => new()
    {
        Id = feiten.AanbiederId!.Value,
        PartnerId = partnerId,
        Naam = Name("Aanbieder", feiten.AanbiederNaam!),
        Omschrijving = "Aanbieder van activiteiten in de buurt, gecontroleerd door een coördinator van GrozUtrecht.",
        OnderhoudenDoor = Keeper,
        VerificatieMaanden = VerificatieMaanden,
        Status = Words<Kaartstatus>.Of(Kaartstatus.Concept),
        Version = 1,
        AangemaaktOp = now,
        GewijzigdOp = now,
    };

    public static LocatieRow Locatie(Guid activiteitId, ActiviteitFeiten feiten, Guid partnerId, DateTimeOffset now) => new()
    {
        Id = LocatieId(activiteitId),
        PartnerId = partnerId,
        OrganisatieId = feiten.AanbiederId!.Value,
        Naam = Name("Locatie", feiten.Locatienaam),
        // Lifestyle keeps no street: the name of the place is what people look for.
        Adres = Name("Locatie", feiten.Locatienaam),
        Postcode = feiten.Postcode,
        Toegankelijkheid = [.. feiten.Drempels.Intersect(SameWords, StringComparer.Ordinal)],
        Status = Words<Kaartstatus>.Of(Kaartstatus.Gepubliceerd),
        Version = 1,
        AangemaaktOp = now,
        GewijzigdOp = now,
    };

    public static VoorzieningRow Voorziening(Guid activiteitId, ActiviteitFeiten feiten, string gebied, OrganisatieRow organisatie, DateTimeOffset now)
    {
        var dropIn = feiten.Drempels.Contains("zonder-aanmelding");
        return new()
        {
            Id = activiteitId,
            PartnerId = organisatie.PartnerId,
            OrganisatieId = organisatie.Id,
            OrganisatieNaam = organisatie.Naam,
            Naam = Name("Activiteit", feiten.Naam),
            Omschrijving = feiten.Omschrijving.Length <= MaximumTextLength ? feiten.Omschrijving : $"{Cut(feiten.Omschrijving)}…",
            Doelgroep = feiten.Drempels.Contains("alleen-vrouwen") ? "Alleen voor vrouwen" : null,
            Kosten = Words<Kosten>.Of(feiten.PrijsCenten == 0 ? Kosten.Gratis : Kosten.Betaald),
            KostenToelichting = feiten.PrijsCenten == 0 ? null : "Per keer",
            BedragCenten = feiten.PrijsCenten == 0 ? null : feiten.PrijsCenten,
            Aanmelding = Words<Aanmelding>.Of(dropIn ? Aanmelding.VrijeInloop : Aanmelding.OpAfspraak),
            AanmeldingToelichting = dropIn ? null : "Meld u aan bij de aanbieder of bij een buurtassistent",
            Talen = [],
            Werkgebied = [gebied],
            Openingstijden = "[]",
            AfwijkendeTijden = "[]",
            OnderhoudenDoor = Keeper,
            VerificatieMaanden = VerificatieMaanden,
            Status = Words<Kaartstatus>.Of(Kaartstatus.Concept),
            Version = 1,
            AangemaaktOp = now,
            GewijzigdOp = now,
            Categorieen = CategorieenOf(feiten.Dimensies),
            LocatieIds = [LocatieId(activiteitId)],
        };
    }

    private static string[] CategorieenOf(IEnumerable<string> dimensies) =>
        [.. dimensies.Select(dimensie => CategorieByDimensie.GetValueOrDefault(dimensie, "ontmoeting")).Distinct(StringComparer.Ordinal)];

    public static Guid LocatieId(Guid activiteitId) => HsdsId.Of(activiteitId, "locatie of the activity");

    // Lifestyle takes a name of one character, the sociale kaart does not.
    private static string Name(string kind, string name) => name.Length < MinimumNameLength ? $"{kind} {name}" : name;

    // Never between the two halves of a character outside the basic plane.
    private static string Cut(string text) => text[..(MaximumTextLength - (char.IsHighSurrogate(text[MaximumTextLength - 2]) ? 2 : 1))];
}

using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>A contribution, the same for who gives, who receives and who coordinates.</summary>
public sealed record BijdrageAnswer(
    Guid Id,
    Guid BedrijfId,
    [property: Description("Code van het gebied waar het bedrijf meedoet.")] string Gebied,
    Bijdragesoort Soort,
    [property: Description("Wat er is toegezegd.")] string Omschrijving,
    BijdrageStatus Status,
    Bijdrageontvanger OntvangerSoort,
    [property: Description("De partner die bevestigt of betwist.")] Guid OntvangerPartnerId,
    [property: Description("De dag van de toezegging.")] DateOnly ToegezegdDatum,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset GewijzigdOp)
{
    [Description("Het programma waarbij de bijdrage hoort.")]
    public Guid? ProgrammaId { get; init; }

    [Description("De wijkpot die ontvangt.")]
    public Guid? WijkpotId { get; init; }

    [Description("De leverancier die ontvangt.")]
    public Guid? LeverancierId { get; init; }

    [Description("Bij geld: eurocenten.")]
    public long? BedragCenten { get; init; }

    [Description("Bij uren, en bij producten aan een wijkpot: de afgesproken minuten.")]
    public int? DuurMinuten { get; init; }

    [Description("Bij producten: hoeveel.")]
    public int? Aantal { get; init; }

    [Description("Bij ruimte: hoeveel dagdelen.")]
    public int? Dagdelen { get; init; }

    [Description("De dag waarop levering is gepland.")]
    public DateOnly? GeplandDatum { get; init; }

    [Description("De dag van levering.")]
    public DateOnly? GeleverdDatum { get; init; }

    [Description("De dag van bevestiging, door de ontvanger of doordat niemand betwistte.")]
    public DateOnly? BevestigdDatum { get; init; }

    [Description("De laatste dag waarop de ontvanger kan betwisten; daarna is de levering bevestigd.")]
    public DateOnly? BetwistbaarTotEnMetDatum { get; init; }

    [Description("Bij geld: het kenmerk van de betaling.")]
    public string? Bewijs { get; init; }

    [Description("Waarom de bijdrage is betwist of ingetrokken.")]
    public string? Reden { get; init; }

    [Description("Waar het boeken in de Tijdbank staat, bij een wijkpot.")]
    public BijdrageboekingAnswer? Boeking { get; init; }

    internal static BijdrageAnswer Of(BijdrageRow row) => new(
        row.Id, row.BedrijfId, row.Gebied, Words.Read<Bijdragesoort>(row.Soort), row.Omschrijving, Words.Read<BijdrageStatus>(row.Status),
        Words.Read<Bijdrageontvanger>(row.OntvangerSoort), row.OntvangerPartnerId, row.ToegezegdDatum, row.AangemaaktOp, row.GewijzigdOp)
    {
        ProgrammaId = row.ProgrammaId,
        WijkpotId = row.WijkpotId,
        LeverancierId = row.LeverancierId,
        BedragCenten = row.BedragCenten,
        DuurMinuten = row.DuurMinuten,
        Aantal = row.Aantal,
        Dagdelen = row.Dagdelen,
        GeplandDatum = row.GeplandDatum,
        GeleverdDatum = row.GeleverdDatum,
        BevestigdDatum = row.BevestigdDatum,
        BetwistbaarTotEnMetDatum = row.BetwistbaarTotEnMet,
        Bewijs = row.Bewijs,
        Reden = row.Reden,
        Boeking = row.Boeking is null ? null : BijdrageboekingAnswer.Of(Words.Read<BijdrageBoekstatus>(row.Boeking), row.BoekingCode),
    };
}

/// <summary>Where the booking in the Tijdbank stands.</summary>
public sealed record BijdrageboekingAnswer(
    BijdrageBoekstatus Status,
    [property: Description("Wat dit betekent, en wat er te doen is.")] string Uitleg,
    [property: Description("Waarom de Tijdbank weigerde.")] string? Code = null)
{
    internal static BijdrageboekingAnswer Of(BijdrageBoekstatus status, string? code) => new(status, ExplanationOf(status, code), code);

    private static string ExplanationOf(BijdrageBoekstatus status, string? code) => status switch
    {
        BijdrageBoekstatus.Gevraagd => "De Tijdbank is gevraagd de minuten te boeken; het antwoord volgt vanzelf.",
        BijdrageBoekstatus.Geboekt => "De minuten staan in de wijkpot.",
        BijdrageBoekstatus.TerugboekingGevraagd => "De Tijdbank boekt de minuten terug, zodra er genoeg in de wijkpot zit.",
        BijdrageBoekstatus.Teruggeboekt => "De minuten zijn teruggeboekt.",
        BijdrageBoekstatus.NietGeboekt => "Er was nog niets geboekt, en dat gebeurt ook niet meer.",
        _ => Tijdbankweigering.Explain(code),
    };
}

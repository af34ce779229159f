using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary>An activity as a partner sees it.</summary>
public sealed record ActiviteitAnswer
{
    public required Guid Id { get; init; }

    [Description("Alleen een gepubliceerde activiteit is zichtbaar voor andere partners.")]
    public required ActiviteitStatus Status { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public required IReadOnlyList<Dimensie> Dimensies { get; init; }

    public required string Postcode { get; init; }

    [Description("Code van het gebied waarin de postcode ligt.")]
    public required string Gebied { get; init; }

    public required string Locatienaam { get; init; }

    public required int PrijsCenten { get; init; }

    public required IReadOnlyList<Drempel> Drempels { get; init; }

    public required int Capaciteit { get; init; }

    [Description("Wie haar aanbiedt.")]
    public Guid? AanbiederId { get; init; }

    [Description("Begrip uit de lijst van OpenActive; zonder begrip staat de activiteit op de sociale kaart in plaats van in de OpenActive-feed.")]
    public string? OpenActiveBegrip { get; init; }

    [Description("Talen waarin u terechtkunt, als ISO 639-1.")]
    public required IReadOnlyList<string> Talen { get; init; }

    [Description("Hoelang iemand op de wachtlijst mag nadenken over een plaats die vrijkwam.")]
    public required int BedenktijdMinuten { get; init; }

    [Description("True als deze activiteit van de partner van dit token is.")]
    public required bool Eigen { get; init; }

    [Description("Ongeveer, hemelsbreed tussen postcodes; alleen bij zoeken op postcode.")]
    public int? AfstandMeters { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GepubliceerdOp { get; init; }

    public DateTimeOffset? IngetrokkenOp { get; init; }

    internal static ActiviteitAnswer Of(ActiviteitRow row, Guid partnerId, int? afstandMeters = null) => new()
    {
        Id = row.Id,
        Status = Words.Read<ActiviteitStatus>(row.Status),
        Naam = row.Naam,
        Omschrijving = row.Omschrijving,
        Dimensies = Words.Read<Dimensie>(row.Dimensies),
        Postcode = row.Postcode,
        Gebied = row.Gebied,
        Locatienaam = row.Locatienaam,
        PrijsCenten = row.PrijsCenten,
        Drempels = Words.Read<Drempel>(row.Drempels),
        Capaciteit = row.Capaciteit,
        AanbiederId = row.AanbiederId,
        OpenActiveBegrip = row.OpenactiveConcept,
        Talen = row.Talen,
        BedenktijdMinuten = row.BedenktijdMinuten,
        Eigen = row.PartnerId == partnerId,
        AfstandMeters = afstandMeters,
        AangemaaktOp = row.AangemaaktOp,
        GewijzigdOp = row.GewijzigdOp,
        GepubliceerdOp = row.GepubliceerdOp,
        IngetrokkenOp = row.IngetrokkenOp,
    };
}

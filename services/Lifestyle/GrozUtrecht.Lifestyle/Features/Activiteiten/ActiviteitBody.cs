using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.OpenData;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary>The facts of an activity that its owner decides; the same when it is made and when it is changed.</summary>
public sealed record ActiviteitBody(
    [property: Required, StringLength(120, MinimumLength = 1), RegularExpression(ActiviteitBody.OneLine),
        Description("Naam voor bewoners.")]
    string Naam,
    [property: Required, StringLength(4_000, MinimumLength = 1), RegularExpression(ActiviteitBody.ManyLines),
        Description("Wat er gebeurt en voor wie, in gewone taal.")]
    string Omschrijving,
    [property: Required, MinLength(1), MaxLength(6),
        Description("Dimensies van positieve gezondheid waaraan de activiteit bijdraagt.")]
    IReadOnlyList<Dimensie> Dimensies,
    [property: Required, RegularExpression("^[1-9][0-9]{3}$"),
        Description("De vier cijfers van de postcode van de locatie.")]
    string Postcode,
    [property: Required, StringLength(120, MinimumLength = 1), RegularExpression(ActiviteitBody.OneLine),
        Description("Naam van de locatie, bijvoorbeeld van het buurthuis.")]
    string Locatienaam,
    [property: Range(0, 100_000),
        Description("Prijs per deelnemer per sessie, in eurocenten.")]
    int PrijsCenten,
    [property: Required, MaxLength(8),
        Description("Wat de drempel verlaagt om mee te doen.")]
    IReadOnlyList<Drempel> Drempels,
    [property: Range(1, 1_000),
        Description("Aantal plaatsen per sessie.")]
    int Capaciteit,
    [property: Description("Aanbieder van deze partner die de activiteit aanbiedt; alleen dan staat zij in de open data.")]
    Guid? AanbiederId = null,
    [property: StringLength(100, MinimumLength = 1),
        Description("Begrip uit de lijst van OpenActive, zie `/openactive-begrippen`. Laat weg als er geen past.")]
    string? OpenActiveBegrip = null,
    [property: MinLength(1), MaxLength(10), Description("Talen waarin u terechtkunt, als ISO 639-1; nl als u niets zegt.")]
    IReadOnlyList<string>? Talen = null,
    [property: Range(30, 10_080), Description("Bedenktijd voor een plaats die vrijkomt van de wachtlijst; een dag als u niets zegt.")]
    int? BedenktijdMinuten = null)
{
    private const int DefaultBedenktijdMinuten = 1_440;
    private static readonly string[] DutchOnly = ["nl"];

    // PostgreSQL cannot store U+0000, and a name with a line break breaks every list that shows it.
    private const string OneLine = @"^[^\u0000-\u001f\u007f]*$";
    private const string ManyLines = @"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$";

    /// <summary>Why these facts are refused, or null with the area in which the activity lies.</summary>
    internal Failure? Refuse(out Gebied? gebied)
    {
        gebied = Postcode4.TryFind(Postcode, out var place) ? place.Gebied : null;
        if (gebied is null)
            return ActiviteitFailures.PostcodeUnknown;
        if (ActiviteitRules.Describe(Dimensies, Drempels, PrijsCenten) is { } refusal)
            return ActiviteitFailures.Of(refusal);
        if (OpenActiveBegrip is not null && !OpenActiveList.TryFind(OpenActiveBegrip, out _))
            return ActiviteitFailures.BegripUnknown;
        return Talen is not null && !ActiviteitRules.AreTalen(Talen) ? ActiviteitFailures.TaalUnknown : null;
    }

    /// <summary>A draft with these facts.</summary>
    internal ActiviteitRow NewRow(Guid id, Guid partnerId, Gebied gebied, DateTimeOffset now) => new()
    {
        Id = id,
        PartnerId = partnerId,
        Version = 1,
        Status = Words.Of(ActiviteitStatus.Concept),
        Naam = Naam,
        Omschrijving = Omschrijving,
        Dimensies = Words.Of(Dimensies),
        Drempels = Words.Of(Drempels),
        Postcode = Postcode,
        Gebied = gebied.Code,
        Locatienaam = Locatienaam,
        PrijsCenten = PrijsCenten,
        Capaciteit = Capaciteit,
        AanbiederId = AanbiederId,
        OpenactiveConcept = OpenActiveBegrip,
        Talen = [.. Talen ?? DutchOnly],
        BedenktijdMinuten = BedenktijdMinuten ?? DefaultBedenktijdMinuten,
        AangemaaktOp = now,
        GewijzigdOp = now,
    };

    /// <summary>These facts as the next version of an activity, in the state that it is in.</summary>
    internal ActiviteitRow Change(ActiviteitRow row, Gebied gebied, DateTimeOffset now) => NewRow(row.Id, row.PartnerId, gebied, now) with
    {
        Version = row.Version + 1,
        Status = row.Status,
        AangemaaktOp = row.AangemaaktOp,
        GepubliceerdOp = row.GepubliceerdOp,
        IngetrokkenOp = row.IngetrokkenOp,
    };
}

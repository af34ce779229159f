using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain;
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
    int Capaciteit)
{
    // PostgreSQL cannot store U+0000, and a name with a line break breaks every list that shows it.
    private const string OneLine = @"^[^\u0000-\u001f\u007f]*$";
    private const string ManyLines = @"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$";

    /// <summary>Why these facts are refused, or null with the area in which the activity lies.</summary>
    internal Failure? Refuse(out Gebied? gebied)
    {
        gebied = Postcode4.TryFind(Postcode, out var place) ? place.Gebied : null;
        if (gebied is null)
            return ActiviteitFailures.PostcodeUnknown;
        return ActiviteitRules.Describe(Dimensies, Drempels, PrijsCenten) is { } refusal ? ActiviteitFailures.Of(refusal) : null;
    }
}

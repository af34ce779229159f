using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary>What an aanbieder says of itself; everybody may read it once a coordinator has verified it.</summary>
public sealed record AanbiederBody(
    [property: Required, Description("Wat voor aanbieder het is.")]
    Aanbiedersoort Soort,
    [property: Required, StringLength(120, MinimumLength = 1), RegularExpression(@"^[^\u0000-\u001f\u007f]*$"), Description("Naam voor bewoners.")]
    string Naam,
    [property: Required, StringLength(2_000, MinimumLength = 1), Description("Wie het is en wat er te doen is, in gewone taal.")]
    string Omschrijving,
    [property: Required, MinLength(1), MaxLength(20), Description("Codes van de gebieden waar het aanbod is.")]
    IReadOnlyList<string> Gebieden,
    [property: StringLength(300, MinimumLength = 8), RegularExpression(@"^https?://[^\s<>""'\u0000-\u001f]+$"), Description("Adres van een website.")]
    string? Website = null)
{
    /// <summary>Why this is refused, or null.</summary>
    internal ProblemHttpResult? Refuse()
    {
        if (Gebieden.Any(code => !Gebied.TryFind(code, out _)))
            return ActiviteitFailures.GebiedUnknown.ToProblem();
        if (Gebieden.Distinct(StringComparer.Ordinal).Count() != Gebieden.Count)
            return AanbiederFailures.GebiedTwice.ToProblem();
        return FreeText.Refuse(Naam) ?? FreeText.Refuse(Omschrijving);
    }
}

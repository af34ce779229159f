using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>What a supplier says of itself; every partner may read it once a coordinator let it take part.</summary>
public sealed record LeverancierBody(
    [property: Required, Description("Wat voor leverancier het is.")] Leveranciersoort Soort,
    [property: Required, StringLength(120, MinimumLength = 1), RegularExpression(@"^[^\u0000-\u001f\u007f]*$"), Description("Naam voor bedrijven.")]
    string Naam,
    [property: Required, StringLength(2_000, MinimumLength = 1), Description("Wie het is en wat er te krijgen is, in gewone taal.")] string Omschrijving,
    [property: Required, RegularExpression("^[1-9][0-9]{3}$"), Description("De vier cijfers van de eigen postcode; bepaalt het gebied en de afstand.")]
    string Postcode,
    [property: RegularExpression("^[0-9]{8}$"), Description("De acht cijfers van het KvK-nummer, als er een is.")] string? KvkNummer = null)
{
    /// <summary>Why this is refused, or null with the area of the postcode.</summary>
    internal ProblemHttpResult? Refuse(out Gebied? gebied)
    {
        gebied = Postcode4.TryFind(Postcode, out var place) ? place.Gebied : null;
        return gebied is null ? BedrijfFailures.PostcodeUnknown.ToProblem() : FreeText.Refuse(Naam, Omschrijving);
    }
}

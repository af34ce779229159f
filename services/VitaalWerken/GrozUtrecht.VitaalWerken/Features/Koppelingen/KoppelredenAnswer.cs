using System.ComponentModel;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>One term of a score.</summary>
public sealed record KoppelredenAnswer(
    [property: Description("onderwerp, afstand, vorm, prijs, beschikbaarheid, laatst-voorgesteld, belasting, nieuwkomer of leerplek.")] string Code,
    [property: Description("Zin voor mensen.")] string Tekst,
    [property: Description("Punten voor dit onderdeel.")] int Punten,
    [property: Description("Hoeveel punten het ten hoogste zijn.")] int Maximum)
{
    internal static IReadOnlyList<KoppelredenAnswer> Of(IReadOnlyList<Koppelreden> redenen) =>
        [.. redenen.Select(reden => new KoppelredenAnswer(reden.Code, reden.Tekst, reden.Punten, reden.Maximum))];
}

/// <summary>One thing that stands in the way.</summary>
public sealed record BelemmeringAnswer(
    [property: Description("niet-actief, eigen-aanbod, gebied, onderwerp, groepsgrootte, te-duur, dagdelen, periode of al-gekoppeld.")] string Code,
    [property: Description("Zin voor mensen.")] string Tekst);

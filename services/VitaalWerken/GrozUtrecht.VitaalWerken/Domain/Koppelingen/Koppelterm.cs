namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>The terms of a score, in the order in which they are told.</summary>
internal enum Koppelterm
{
    Onderwerp,
    Afstand,
    Vorm,
    Prijs,
    Beschikbaarheid,
    LaatstVoorgesteld,
    Belasting,
    Nieuwkomer,
    Leerplek,
}

/// <summary>One named term of a score with a sentence for people, and the points it could have been.</summary>
internal sealed record Koppelreden(string Code, string Tekst, int Punten, int Maximum);

/// <summary>One thing that stands in the way, with a sentence for people.</summary>
internal sealed record Belemmering(string Code, string Tekst);

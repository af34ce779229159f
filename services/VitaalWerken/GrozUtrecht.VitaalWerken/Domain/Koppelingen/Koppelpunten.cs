using System.Runtime.InteropServices;

namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>The points of each term; together at most 100.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Koppelpunten(
    int Onderwerp, int Afstand, int Vorm, int Prijs, int Beschikbaarheid, int LaatstVoorgesteld, int Belasting, int Nieuwkomer, int Leerplek)
{
    /// <summary>What each term counts for at most. The needs of the company weigh most; fairness among suppliers weighs as much as nearness.</summary>
    public static readonly Koppelpunten Maximum = new(
        Onderwerp: 30, Afstand: 15, Vorm: 10, Prijs: 15, Beschikbaarheid: 10, LaatstVoorgesteld: 5, Belasting: 5, Nieuwkomer: 5, Leerplek: 5);

    public int Score => Onderwerp + Afstand + Vorm + Prijs + Beschikbaarheid + LaatstVoorgesteld + Belasting + Nieuwkomer + Leerplek;

    public int Of(Koppelterm term) => term switch
    {
        Koppelterm.Onderwerp => Onderwerp,
        Koppelterm.Afstand => Afstand,
        Koppelterm.Vorm => Vorm,
        Koppelterm.Prijs => Prijs,
        Koppelterm.Beschikbaarheid => Beschikbaarheid,
        Koppelterm.LaatstVoorgesteld => LaatstVoorgesteld,
        Koppelterm.Belasting => Belasting,
        Koppelterm.Nieuwkomer => Nieuwkomer,
        Koppelterm.Leerplek => Leerplek,
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "There is no such term."),
    };
}

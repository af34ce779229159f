namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>The most that a volunteer may get untaxed in one year, in cents; the state sets it, an operator enters it.</summary>
internal sealed record Vergoedingsnorm(int Jaar, int UurVanaf21Centen, int UurOnder21Centen, int MaandCenten, int JaarCenten)
{
    /// <summary>From this birthday on the higher amount per hour holds.</summary>
    public const int AdultAge = 21;

    /// <summary>Each amount holds at least the one before it; anything else is a typing error.</summary>
    public bool IsConsistent =>
        UurOnder21Centen > 0 && UurOnder21Centen <= UurVanaf21Centen && UurVanaf21Centen <= MaandCenten && MaandCenten <= JaarCenten;

    /// <summary>The cap for an hour worked on this day; the lower one when the birth date is not known.</summary>
    public int UurCenten(DateOnly? geboortedatum, DateOnly dag) =>
        geboortedatum is { } geboren && Leeftijd.On(geboren, dag) >= AdultAge ? UurVanaf21Centen : UurOnder21Centen;
}

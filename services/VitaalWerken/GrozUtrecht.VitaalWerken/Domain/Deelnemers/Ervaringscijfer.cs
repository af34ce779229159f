namespace GrozUtrecht.VitaalWerken.Domain.Deelnemers;

/// <summary>How a programme was, by the people who said so; nothing when they are too few or all said the same.</summary>
/// <param name="Aantal">Rounded down to fives.</param>
/// <param name="Gemiddelde">Mean mark from 1 to 10.</param>
/// <param name="AanradenProcent">In tens, and never less than 10 or more than 90: nobody learns that everybody said yes, or no.</param>
internal sealed record Ervaringscijfer(int? Aantal, decimal? Gemiddelde, int? AanradenProcent)
{
    private const int Least = 10;
    private const int Most = 90;

    public static Ervaringscijfer Of(int count, Polssom? cijfers, int aanraden) =>
        count < Drempels.Gezondheid || cijfers is not { IsSpread: true }
            ? new(null, null, null)
            : new(Drempels.InFives(count), cijfers.Mean(count), Math.Clamp(((aanraden * 100 / count) + 5) / 10 * 10, Least, Most));
}

using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Tijdbank.Domain.Ruil;

/// <summary>Why a text of people themselves is refused.</summary>
internal enum Tekstfout
{
    Unreadable,
    HoldsBsn,
}

/// <summary>What holds for every text that people write themselves.</summary>
internal static class Vrijetekst
{
    public static Tekstfout? Check(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null)
                continue;
            if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
                return Tekstfout.Unreadable;
            if (Burgerservicenummer.IsIn(text))
                return Tekstfout.HoldsBsn;
        }

        return null;
    }
}

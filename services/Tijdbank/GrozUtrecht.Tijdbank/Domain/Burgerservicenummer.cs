namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>Finds citizen service numbers in free text: the platform never stores one.</summary>
internal static class Burgerservicenummer
{
    private const int Digits = 9;

    /// <summary>True when the text holds nine digits, alone or grouped by spaces, dots or hyphens, that pass the 11-test.</summary>
    public static bool IsIn(string text)
    {
        var run = new List<int>();
        var separated = false;
        foreach (var character in text.Append('\0'))
        {
            if (char.IsAsciiDigit(character))
            {
                run.Add(character - '0');
                separated = false;
            }
            else if (character is ' ' or '.' or '-' && !separated && run.Count > 0)
            {
                separated = true;
            }
            else
            {
                if (PassesElevenTest(run))
                    return true;
                run.Clear();
                separated = false;
            }
        }

        return false;
    }

    private static bool PassesElevenTest(List<int> digits)
    {
        if (digits.Count != Digits)
            return false;

        // The weights are 9, 8 … 2 and, for the last digit, minus 1.
        var sum = -digits[^1];
        for (var place = 0; place < Digits - 1; place++)
            sum += digits[place] * (Digits - place);
        return sum % 11 == 0 && digits.Exists(digit => digit != 0);
    }
}

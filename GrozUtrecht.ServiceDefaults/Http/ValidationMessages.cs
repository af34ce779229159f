using System.Text.RegularExpressions;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>
/// The framework's messages about a field in Dutch. The attributes have no hook for a language of their own, and repeating a message
/// on each of them would be forgotten on some. A message of our own is not recognised here, and stays as it is.
/// </summary>
internal static partial class ValidationMessages
{
    private const int TimeoutMilliseconds = 100;

    public static string InDutch(string message)
    {
        if (Range().Match(message) is { Success: true } range)
        {
            return $"Kies een waarde van {range.Groups["low"].Value} tot en met {range.Groups["high"].Value}.";
        }

        if (Between().Match(message) is { Success: true } between)
        {
            return $"Gebruik {between.Groups["low"].Value} tot en met {between.Groups["high"].Value} tekens of onderdelen.";
        }

        if (Maximum().Match(message) is { Success: true } maximum)
        {
            return $"Gebruik ten hoogste {maximum.Groups["high"].Value} tekens of onderdelen.";
        }

        if (Minimum().Match(message) is { Success: true } minimum)
        {
            return $"Gebruik ten minste {minimum.Groups["low"].Value} tekens of onderdelen.";
        }

        return message switch
        {
            _ when message.EndsWith("field is required.", StringComparison.Ordinal) => "Dit veld is verplicht.",
            _ when message.Contains("must match the regular expression", StringComparison.Ordinal) => "De vorm van deze waarde klopt niet.",
            _ when message.Contains("does not equal any of the values", StringComparison.Ordinal) => "Deze waarde bestaat niet.",
            _ => message,
        };
    }

    [GeneratedRegex(@"must be between (?<low>\S+) and (?<high>\S+)\.$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(@"minimum length of '?(?<low>\d+)'? and (a )?maximum length of '?(?<high>\d+)'?\.$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Between();

    [GeneratedRegex(@"maximum length of '?(?<high>\d+)'?\.$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Maximum();

    [GeneratedRegex(@"minimum length of '?(?<low>\d+)'?\.$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Minimum();
}

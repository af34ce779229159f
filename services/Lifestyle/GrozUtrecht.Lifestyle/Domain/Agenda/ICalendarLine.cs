using System.Text;

namespace GrozUtrecht.Lifestyle.Domain.Agenda;

/// <summary>Content lines of RFC 5545: escaped, ended by CRLF, and folded so that no line is longer than 75 bytes of UTF-8.</summary>
internal static class ICalendarLine
{
    private const int MaximumBytes = 75;
    private const string Fold = "\r\n ";

    /// <summary>Appends one property whose value is text that people wrote.</summary>
    public static StringBuilder Text(this StringBuilder calendar, string name, string text) => calendar.Line($"{name}:{Escape(text)}");

    /// <summary>Appends one line that needs no escaping.</summary>
    public static StringBuilder Line(this StringBuilder calendar, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaximumBytes)
            {
                calendar.Append(Fold);
                // The space that begins the continuation counts.
                bytes = 1;
            }

            calendar.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        return calendar.Append("\r\n");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is '\\' or ';' or ',')
                escaped.Append('\\').Append(character);
            else if (character == '\n')
                escaped.Append("\\n");
            else if (!char.IsControl(character) || character == '\t')
                escaped.Append(character);
        }

        return escaped.ToString();
    }
}

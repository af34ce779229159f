namespace GrozUtrecht.Documenten.Pdf;

/// <summary>Breaks a text into lines that fit.</summary>
internal static class TextLines
{
    /// <summary>At least one line. A word that is wider than a line is cut; a control character other than a line end becomes a space.</summary>
    public static IReadOnlyList<string> Of(string text, PdfFont font, double size, double width)
    {
        List<string> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in Clean(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (font.Width(longer, size) <= width)
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                    lines.Add(line);
                line = CutInto(lines, word, font, size, width);
            }

            lines.Add(line);
        }

        return lines;
    }

    private static string Clean(string text) => string.Create(text.Length, text, (clean, source) =>
    {
        for (var index = 0; index < source.Length; index++)
            clean[index] = char.IsControl(source[index]) ? ' ' : source[index];
    });

    // Adds what fills whole lines and gives back the rest.
    private static string CutInto(List<string> lines, string word, PdfFont font, double size, double width)
    {
        var line = "";
        foreach (var rune in word.EnumerateRunes())
        {
            if (line.Length > 0 && font.Width($"{line}{rune}", size) > width)
            {
                lines.Add(line);
                line = "";
            }

            line += rune.ToString();
        }

        return line;
    }
}

using System.Text;

namespace GrozUtrecht.Documenten;

/// <summary>
/// A CSV file for a spreadsheet in the Netherlands: a byte order mark, because Excel reads the file as Windows-1252 without one;
/// semicolons between cells, because the comma is in the numbers; CRLF, as RFC 4180 has it.
/// </summary>
public sealed class CsvTable
{
    public const string MediaType = "text/csv";

    private readonly StringBuilder text = new("\uFEFF");

    public CsvTable(params ReadOnlySpan<string> header) => Row(header);

    public CsvTable Row(params ReadOnlySpan<string> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            if (index > 0)
                text.Append(';');
            Append(cells[index]);
        }

        text.Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    /// <summary>
    /// A text that people wrote. A spreadsheet takes one that begins like a formula for a formula, and a formula can send cells away,
    /// so it gets an apostrophe in front. Numbers of ours that begin with a minus do not pass here.
    /// </summary>
    public static string Text(string? text) => text is { Length: > 0 } && text.AsSpan().TrimStart() is [var first, ..] && IsFormulaStart(first) ? $"'{text}" : text ?? "";

    /// <summary>-1234,50: no dots between thousands, so that it stays a number wherever it is read.</summary>
    public static string Euros(long cents) => $"{(cents < 0 ? "-" : "")}{Math.Abs(cents / 100)},{Math.Abs(cents % 100):00}";

    // Besides what Excel takes: the same signs in full width, which some versions take too. Leading spaces and tabs do not stop it.
    private static bool IsFormulaStart(char first) => first is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    private void Append(string cell)
    {
        if (cell.AsSpan().IndexOfAny(";\"\r\n\t") < 0)
        {
            text.Append(cell);
            return;
        }

        text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}

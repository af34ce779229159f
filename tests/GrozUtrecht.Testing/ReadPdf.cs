using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace GrozUtrecht.Testing;

/// <summary>
/// Reads one of our PDF files back, from its last line as a viewer does: by the cross-reference table to the pages, and by each
/// font's ToUnicode map to the text.
/// </summary>
public sealed class ReadPdf
{
    private readonly byte[] bytes;
    private readonly string all;
    private readonly List<int> offsets;

    public ReadPdf(byte[] bytes)
    {
        this.bytes = bytes;
        all = Encoding.Latin1.GetString(bytes);
        var table = int.Parse(First(all, "startxref\n([0-9]+)\n%%EOF\n$").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal("xref", all.Substring(table, 4));
        offsets = [.. Every(all[table..], "([0-9]{10}) 00000 n \n").Select(line => int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture))];
        Pages = [.. References(Entry(Object(Reference(Catalog, "Pages")), "Kids")).Select(PageText)];
    }

    /// <summary>The text of each page, one line per piece.</summary>
    public IReadOnlyList<string> Pages { get; }

    public string Catalog => Object(Reference(all[all.LastIndexOf("trailer", StringComparison.Ordinal)..], "Root"));

    public string Title => Text("Title");

    public string Author => Text("Author");

    public string Info => Object(Reference(all[all.LastIndexOf("trailer", StringComparison.Ordinal)..], "Info"));

    private string Text(string entry)
    {
        var hex = First(Info, $"/{entry}<FEFF([0-9A-F]*)>").Groups[1].Value;
        return Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));
    }

    private string Object(int number)
    {
        var start = offsets[number - 1];
        Assert.StartsWith($"{number} 0 obj\n", all[start..], StringComparison.Ordinal);
        return all[start..all.IndexOf("\nendobj", start, StringComparison.Ordinal)];
    }

    private string PageText(int page)
    {
        var content = Object(page);
        var fonts = Every(content, "/(F[0-9]) ([0-9]+) 0 R").ToDictionary(
            match => match.Groups[1].Value, match => Characters(int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)));
        var text = new StringBuilder();
        foreach (var stream in References(Entry(content, "Contents")).Select(Stream))
        {
            foreach (Match shown in Every(stream, "/(F[0-9]) [0-9.]+ Tf [0-9. -]+ Td <([0-9A-F]*)> Tj"))
            {
                var map = fonts[shown.Groups[1].Value];
                text.AppendLine(string.Concat(shown.Groups[2].Value.Chunk(4).Select(glyph => map[new string(glyph)])));
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private Dictionary<string, string> Characters(int font) => Every(
        Stream(Reference(Object(font), "ToUnicode")).Split("endcodespacerange")[1], "<([0-9A-F]{4})><([0-9A-F]{4})>\n").ToDictionary(
        line => line.Groups[1].Value,
        line => ((char)int.Parse(line.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private string Stream(int number)
    {
        var start = all.IndexOf("stream\n", offsets[number - 1], StringComparison.Ordinal) + "stream\n".Length;
        var length = int.Parse(First(Object(number), "/Length ([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
        using var zlib = new ZLibStream(new MemoryStream(bytes, start, length), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static string Entry(string dictionary, string name) => First(dictionary, $@"/{name}\[([^\]]*)\]").Groups[1].Value;

    private static int Reference(string dictionary, string name) =>
        int.Parse(First(dictionary, $"/{name} ([0-9]+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);

    private static IEnumerable<int> References(string list) =>
        Every(list, "([0-9]+) 0 R").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private static Match First(string text, string pattern) => new Regex(pattern, RegexOptions.NonBacktracking).Match(text);

    private static MatchCollection Every(string text, string pattern) => new Regex(pattern, RegexOptions.NonBacktracking).Matches(text);
}

using System.Globalization;
using System.Text;

namespace GrozUtrecht.Documenten.Pdf;

/// <summary>One font in one document: remembers which glyphs were used, and embeds those with the way back to text.</summary>
internal sealed class PdfFont(TrueTypeFont font, string name)
{
    private const int MaximumCharactersPerBlock = 100;
    private static readonly Rune Unknown = new(0xFFFD);

    private readonly SortedDictionary<ushort, Rune> used = [];

    /// <summary>What the pages call this font.</summary>
    public string Name => name;

    public double Width(string text, double size)
    {
        var thousandths = 0;
        foreach (var rune in text.EnumerateRunes())
            thousandths += font.Advance(font.Glyph(rune));
        return thousandths * size / 1000;
    }

    /// <summary>The glyphs of a text in hexadecimals; from here on they belong to the document.</summary>
    public string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.Glyph(rune);
            used.TryAdd(glyph, glyph == 0 ? Unknown : rune);
            encoded.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        return encoded.ToString();
    }

    /// <summary>Writes the font into the file.</summary>
    public void Embed(PdfFile file, int number)
    {
        var subset = FontSubset.Of(font, used.Keys);
        var content = file.AddStream(subset, $"/Length1 {subset.Length}");
        // Six letters before the name say that it is a part of the font.
        var fontName = $"GROZUT+{font.Name}";
        var descriptor = file.Add(
            $"<</Type/FontDescriptor/FontName/{fontName}/Flags 32/FontBBox[{string.Join(' ', font.Box)}]/ItalicAngle 0"
            + $"/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.Ascent}/StemV 80/FontFile2 {content} 0 R>>");
        var widths = string.Join(' ', used.Keys.Select(glyph => $"{glyph}[{font.Advance(glyph)}]"));
        var descendant = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{fontName}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/W[{widths}]>>");
        var toUnicode = file.AddStream(Encoding.ASCII.GetBytes(ToUnicode()));
        file.Set(
            number,
            $"<</Type/Font/Subtype/Type0/BaseFont/{fontName}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>");
    }

    // With this map a reader can search, copy and read aloud.
    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var block in used.Chunk(MaximumCharactersPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, rune) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{rune.Value:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend").ToString();
    }
}

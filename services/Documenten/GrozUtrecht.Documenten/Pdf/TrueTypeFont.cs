using System.Buffers.Binary;
using System.Text;

namespace GrozUtrecht.Documenten.Pdf;

/// <summary>What a PDF needs of a TrueType font: which glyph a character has, how wide it is, and the tables themselves.</summary>
internal sealed class TrueTypeFont
{
    private const int Missing = 0;
    private const int TableRecordBytes = 16;

    private static readonly Lazy<TrueTypeFont> RegularFont = new(() => Load("LiberationSans-Regular"));
    private static readonly Lazy<TrueTypeFont> BoldFont = new(() => Load("LiberationSans-Bold"));

    private readonly byte[] bytes;
    private readonly Dictionary<string, Range> tables = new(StringComparer.Ordinal);
    private readonly ushort[] glyphs = new ushort[char.MaxValue + 1];
    private readonly int advances;

    private TrueTypeFont(string name, byte[] bytes)
    {
        Name = name;
        this.bytes = bytes;
        var count = UInt16(bytes, 4);
        for (var index = 0; index < count; index++)
        {
            var record = bytes.AsSpan(12 + (index * TableRecordBytes), TableRecordBytes);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            tables[Encoding.ASCII.GetString(record[..4])] = new Range(offset, offset + length);
        }

        UnitsPerEm = UInt16(Table("head"), 18);
        GlyphCount = UInt16(Table("maxp"), 4);
        advances = UInt16(Table("hhea"), 34);
        ReadCharacters();
    }

    public static TrueTypeFont Regular => RegularFont.Value;

    public static TrueTypeFont Bold => BoldFont.Value;

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>Above the line, in thousandths of the size.</summary>
    public int Ascent => Scale(Int16(Table("hhea"), 4));

    /// <summary>Below the line, negative, in thousandths of the size.</summary>
    public int Descent => Scale(Int16(Table("hhea"), 6));

    /// <summary>The box around all glyphs, in thousandths of the size.</summary>
    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(index => Scale(Int16(Table("head"), 36 + (index * 2))))];

    public ReadOnlySpan<byte> Table(string tag) => bytes.AsSpan(tables[tag]);

    public bool Has(string tag) => tables.ContainsKey(tag);

    /// <summary>The glyph of a character; glyph 0, an empty box, when the font does not have it.</summary>
    public ushort Glyph(Rune rune) => rune.IsBmp ? glyphs[rune.Value] : (ushort)Missing;

    /// <summary>How far a glyph moves the pen, in thousandths of the size.</summary>
    public int Advance(ushort glyph) => Scale(UInt16(Table("hmtx"), Math.Min(glyph, advances - 1) * 4));

    public static ushort UInt16(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadUInt16BigEndian(data[offset..]);

    public static short Int16(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadInt16BigEndian(data[offset..]);

    private static TrueTypeFont Load(string name)
    {
        using var resource = typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return new TrueTypeFont(name, content.ToArray());
    }

    private int Scale(int units) => (int)Math.Round(units * 1000d / UnitsPerEm, MidpointRounding.AwayFromZero);

    // Format 4 of the cmap: the characters of the Basic Multilingual Plane, in segments.
    private void ReadCharacters()
    {
        var map = Characters(Table("cmap"));
        var segments = UInt16(map, 6) / 2;
        for (var segment = 0; segment < segments; segment++)
        {
            var end = UInt16(map, 14 + (segment * 2));
            var start = UInt16(map, 16 + ((segments + segment) * 2));
            var delta = UInt16(map, 16 + (((segments * 2) + segment) * 2));
            var rangePlace = 16 + (((segments * 3) + segment) * 2);
            var range = UInt16(map, rangePlace);
            for (int character = start; character <= end && character < char.MaxValue; character++)
            {
                var glyph = range == 0 ? character : UInt16(map, rangePlace + range + ((character - start) * 2));
                glyphs[character] = range != 0 && glyph == Missing ? (ushort)Missing : (ushort)(glyph + delta);
            }
        }
    }

    private static ReadOnlySpan<byte> Characters(ReadOnlySpan<byte> cmap)
    {
        for (var index = 0; index < UInt16(cmap, 2); index++)
        {
            var subtable = cmap[(int)BinaryPrimitives.ReadUInt32BigEndian(cmap[(8 + (index * 8))..])..];
            if (UInt16(cmap, 4 + (index * 8)) == 3 && UInt16(subtable, 0) == 4)
                return subtable;
        }

        throw new InvalidOperationException("The font has no table of Unicode characters.");
    }
}

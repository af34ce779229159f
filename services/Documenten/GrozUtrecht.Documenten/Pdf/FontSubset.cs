using System.Buffers.Binary;
using System.Text;

namespace GrozUtrecht.Documenten.Pdf;

/// <summary>
/// A font with only the outlines that a document uses. Glyphs keep their numbers, so that nothing else needs to change; what is left
/// out takes no room once it is compressed.
/// </summary>
internal static class FontSubset
{
    private const int ArgumentsAreWords = 0x01;
    private const int HasScale = 0x08;
    private const int MoreComponents = 0x20;
    private const int HasTwoScales = 0x40;
    private const int HasMatrix = 0x80;

    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private static ReadOnlySpan<byte> Padding => [0, 0, 0];

    public static byte[] Of(TrueTypeFont font, IEnumerable<ushort> used)
    {
        var glyphs = WithComponents(font, used);
        using var outlines = new MemoryStream();
        var places = new byte[(font.GlyphCount + 1) * 4];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            Place(places, glyph, outlines.Length);
            if (!glyphs.Contains((ushort)glyph))
                continue;
            outlines.Write(Outline(font, (ushort)glyph));
            outlines.Write(Padding[..(int)(-outlines.Length & 3)]);
        }

        Place(places, font.GlyphCount, outlines.Length);
        return Assemble([.. Kept.Where(font.Has).Select(tag => (tag, tag switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => places,
            "head" => WithLongPlaces(font.Table(tag)),
            _ => font.Table(tag).ToArray(),
        }))]);
    }

    private static void Place(byte[] places, int glyph, long offset) => BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(glyph * 4), (uint)offset);

    // A letter with an accent is made of other glyphs, which must then come along.
    private static HashSet<ushort> WithComponents(TrueTypeFont font, IEnumerable<ushort> used)
    {
        HashSet<ushort> found = [0, .. used];
        var waiting = new Queue<ushort>(found);
        while (waiting.TryDequeue(out var glyph))
        {
            foreach (var component in Components(Outline(font, glyph)))
            {
                if (found.Add(component))
                    waiting.Enqueue(component);
            }
        }

        return found;
    }

    private static List<ushort> Components(ReadOnlySpan<byte> outline)
    {
        List<ushort> components = [];
        if (outline.IsEmpty || TrueTypeFont.Int16(outline, 0) >= 0)
            return components;
        var place = 10;
        int flags;
        do
        {
            flags = TrueTypeFont.UInt16(outline, place);
            components.Add(TrueTypeFont.UInt16(outline, place + 2));
            place += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            place += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
        return components;
    }

    private static ReadOnlySpan<byte> Outline(TrueTypeFont font, ushort glyph)
    {
        var places = font.Table("loca");
        var isLong = TrueTypeFont.Int16(font.Table("head"), 50) != 0;
        return font.Table("glyf")[At(places, glyph, isLong)..At(places, glyph + 1, isLong)];
    }

    private static int At(ReadOnlySpan<byte> places, int glyph, bool isLong) =>
        isLong ? (int)BinaryPrimitives.ReadUInt32BigEndian(places[(glyph * 4)..]) : TrueTypeFont.UInt16(places, glyph * 2) * 2;

    private static byte[] WithLongPlaces(ReadOnlySpan<byte> head)
    {
        var changed = head.ToArray();
        BinaryPrimitives.WriteInt16BigEndian(changed.AsSpan(50), 1);
        return changed;
    }

    private static byte[] Assemble(IReadOnlyList<(string Tag, byte[] Content)> tables)
    {
        using var file = new MemoryStream();
        var log = (int)Math.Log2(tables.Count);
        var offset = 12 + (tables.Count * 16);
        Write(file, 0x00010000);
        Write(file, (uint)((tables.Count << 16) | (16 << log)));
        Write(file, (uint)((log << 16) | ((tables.Count * 16) - (16 << log))));
        foreach (var (tag, content) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            Write(file, Checksum(content));
            Write(file, (uint)offset);
            Write(file, (uint)content.Length);
            offset += (content.Length + 3) & ~3;
        }

        foreach (var (_, content) in tables)
        {
            file.Write(content);
            file.Write(Padding[..(-content.Length & 3)]);
        }

        return file.ToArray();
    }

    private static uint Checksum(byte[] content)
    {
        Span<byte> word = stackalloc byte[4];
        uint sum = 0;
        for (var place = 0; place < content.Length; place += 4)
        {
            word.Clear();
            content.AsSpan(place, Math.Min(4, content.Length - place)).CopyTo(word);
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(word));
        }

        return sum;
    }

    private static void Write(MemoryStream file, uint value)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(word, value);
        file.Write(word);
    }
}

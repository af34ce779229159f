using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace GrozUtrecht.Lifestyle.Features.Open;

/// <summary>A piece of a page. What is put into one is encoded, unless it is a piece itself: forgetting to encode is not possible.</summary>
internal sealed record Html(string Text)
{
    public static readonly Html Nothing = new("");

    public static Html Of(HtmlPiece piece) => new(piece.ToString());

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));
}

/// <summary>Takes the parts of an interpolated string together.</summary>
[InterpolatedStringHandler]
[StructLayout(LayoutKind.Auto)]
internal readonly struct HtmlPiece(int literalLength, int formattedCount)
{
    private const int UsualLength = 32;

    // Letters with accents may stay letters: the page is UTF-8 and says so.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(literalLength + (UsualLength * formattedCount));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));

    public void AppendFormatted(Html piece) => text.Append(piece.Text);

    public void AppendFormatted(Guid value) => text.Append(value);

    public void AppendFormatted(int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}

using System.Globalization;
using System.Text;

namespace GrozUtrecht.Documenten.Pdf;

/// <summary>One A4 page on which is drawn from the top down; measures are points of 1/72 inch.</summary>
internal sealed class PdfPage
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder content = new();

    /// <summary>Writes a text whose foot is <paramref name="y"/> below the top of the page.</summary>
    public void Text(PdfFont font, double size, double x, double y, string text)
    {
        if (text.Length > 0)
        {
            content.Append(
                CultureInfo.InvariantCulture,
                $"BT/{font.Name} {PdfFile.Number(size)} Tf {PdfFile.Number(x)} {PdfFile.Number(Height - y)} Td <{font.Encode(text)}> Tj ET\n");
        }
    }

    /// <summary>Draws a thin line across.</summary>
    public void Rule(double fromX, double toX, double y) => content.Append(
        CultureInfo.InvariantCulture,
        $"0.5 w {PdfFile.Number(fromX)} {PdfFile.Number(Height - y)} m {PdfFile.Number(toX)} {PdfFile.Number(Height - y)} l S\n");

    /// <summary>Draws straight lines from point to point, and back to the first when the shape is closed.</summary>
    public void Path(IReadOnlyList<PdfPoint> points, bool isClosed, PdfStroke stroke)
    {
        content.Append(
            CultureInfo.InvariantCulture,
            $"q {PdfFile.Number(stroke.Width)} w [{stroke.Dashes}] 0 d {PdfFile.Number(stroke.Red)} {PdfFile.Number(stroke.Green)} {PdfFile.Number(stroke.Blue)} RG");
        foreach (var (index, point) in points.Index())
            content.Append(CultureInfo.InvariantCulture, $" {PdfFile.Number(point.X)} {PdfFile.Number(Height - point.Y)} {(index == 0 ? 'm' : 'l')}");
        content.Append(isClosed ? " s Q\n" : " S Q\n");
    }

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(content.ToString());
}

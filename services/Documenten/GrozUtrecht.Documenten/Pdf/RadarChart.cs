using System.Globalization;

namespace GrozUtrecht.Documenten.Pdf;

/// <summary>One line around a web: a value on each axis, from zero to the maximum.</summary>
public sealed record PdfSeries(string Name, IReadOnlyList<double> Values);

/// <summary>
/// A web with a line for each series. Lines differ in dashes as well as in colour, so that print without colour and eyes that see none can
/// tell them apart. The same values belong in a table beside it, because nobody can have a drawing read aloud.
/// </summary>
internal static class RadarChart
{
    public const double Height = 290;
    public const int MaximumSeries = 4;
    public const double LegendLineHeight = 14;

    private const double Radius = 105;
    private const double TextSize = 8.5;
    private const int Rings = 5;
    private const double LegendSample = 34;

    private static readonly PdfStroke Grid = new(0.4, "", 0.72, 0.72, 0.72);

    // Dark enough on white, and told apart by the usual colour blindnesses.
    private static readonly PdfStroke[] Styles =
    [
        new(1.6, "", 0, 0.27, 0.55), new(1.6, "5 2.5", 0.72, 0.3, 0), new(1.6, "1.5 1.5", 0.1, 0.1, 0.1), new(1.6, "8 2 1.5 2", 0.38, 0.15, 0.5),
    ];

    /// <summary>Draws into a box of <see cref="Height"/> from <paramref name="top"/>.</summary>
    public static void Draw(PdfPage page, PdfFont font, double centreX, double top, IReadOnlyList<string> axes, double maximum, IReadOnlyList<PdfSeries> series)
    {
        var centre = new PdfPoint(centreX, top + (Height / 2));
        for (var ring = 1; ring <= Rings; ring++)
        {
            var radius = Radius * ring / Rings;
            page.Path([.. axes.Index().Select(axis => At(centre, radius, axis.Index, axes.Count))], isClosed: true, Grid);
            // Left of the axis that points up, where the lines of most webs are not.
            var label = (maximum * ring / Rings).ToString("0.#", CultureInfo.InvariantCulture);
            page.Text(font, TextSize - 2, centreX - 2 - font.Width(label, TextSize - 2), centre.Y - radius + 6, label);
        }

        foreach (var (index, axis) in axes.Index())
        {
            page.Path([centre, At(centre, Radius, index, axes.Count)], isClosed: false, Grid);
            Name(page, font, centre, At(centre, Radius + 12, index, axes.Count), axis);
        }

        foreach (var (index, line) in series.Index())
        {
            var points = line.Values.Index().Select(value => At(centre, Radius * Math.Clamp(value.Item / maximum, 0, 1), value.Index, axes.Count));
            page.Path([.. points], isClosed: true, Styles[index]);
        }
    }

    /// <summary>Writes what the line of one series looks like and what it is called.</summary>
    public static void Legend(PdfPage page, PdfFont font, double x, double y, int index, string name)
    {
        page.Path([new(x, y - 3), new(x + LegendSample, y - 3)], isClosed: false, Styles[index]);
        page.Text(font, TextSize, x + LegendSample + 8, y, name);
    }

    // The first axis points up; the others follow clockwise.
    private static PdfPoint At(PdfPoint centre, double radius, int axis, int count)
    {
        var angle = (2 * Math.PI * axis / count) - (Math.PI / 2);
        return new(centre.X + (radius * Math.Cos(angle)), centre.Y + (radius * Math.Sin(angle)));
    }

    // Beside the web the name moves away from it; above and below it stands in the middle.
    private static void Name(PdfPage page, PdfFont font, PdfPoint centre, PdfPoint place, string name)
    {
        var width = font.Width(name, TextSize);
        var x = Math.Abs(place.X - centre.X) < 1 ? place.X - (width / 2) : place.X > centre.X ? place.X : place.X - width;
        page.Text(font, TextSize, x, place.Y + 3, name);
    }
}

using System.Globalization;

namespace GrozUtrecht.Documenten.Pdf;

/// <summary>What a PDF says about itself. The moment comes from the caller: the same data and clock give the same bytes.</summary>
public sealed record PdfMetadata(string Title, string Author, DateTimeOffset CreatedAt);

/// <summary>A column of a table: its share of the width, and whether its texts (numbers, mostly) stand against the right edge.</summary>
public sealed record PdfColumn(string Header, double Share, bool AlignRight = false);

/// <summary>
/// Sets a document from the top down: title, paragraphs, lines with a name and a value, and tables that go on over pages under a repeated header.
/// Each page ends with its number and the number of pages.
/// </summary>
public sealed class PdfReport
{
    private const double Margin = 56;
    private const double Bottom = PdfPage.Height - 64;
    private const double ContentWidth = PdfPage.Width - (2 * Margin);
    private const double TextSize = 9.5;
    private const double LineHeight = 13;
    private const double CellPadding = 4;
    private const double KeyWidth = 150;

    private readonly PdfMetadata metadata;
    private readonly PdfFile file = new();
    private readonly PdfFont regular = new(TrueTypeFont.Regular, "F1");
    private readonly PdfFont bold = new(TrueTypeFont.Bold, "F2");
    private readonly List<int> contents = [];
    private PdfPage page = new();
    private double y = Margin;

    public PdfReport(PdfMetadata metadata)
    {
        this.metadata = metadata;
        Lines(metadata.Title, bold, 17, 22);
        y += 6;
    }

    public PdfReport Heading(string text)
    {
        y += 8;
        // A heading alone at the foot of a page belongs on the next one.
        KeepTogether(4 * LineHeight);
        Lines(text, bold, 11.5, 16);
        y += 2;
        return this;
    }

    public PdfReport Paragraph(string text)
    {
        Lines(text, regular, TextSize, LineHeight);
        y += 5;
        return this;
    }

    /// <summary>Lines with a name on the left and its value beside it.</summary>
    public PdfReport Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        foreach (var (name, value) in pairs)
        {
            Row([new("", KeyWidth), new("", ContentWidth - KeyWidth)], [name, value], firstIsBold: true, newPage: NewPage);
        }

        y += 5;
        return this;
    }

    /// <summary>A table; a row that does not fit goes to the next page, under the header again. The last row may be a bold total.</summary>
    public PdfReport Table(IReadOnlyList<PdfColumn> columns, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<string>? total = null)
    {
        var shares = columns.Sum(column => column.Share);
        PdfColumn[] sized = [.. columns.Select(column => column with { Share = column.Share * ContentWidth / shares })];
        KeepTogether(4 * LineHeight);
        Header();
        foreach (var row in rows)
        {
            Row(sized, row, firstIsBold: false, newPage: Continue);
        }

        RuleHere();
        if (total is not null)
            Row(sized, total, firstIsBold: true, newPage: Continue, allBold: true);
        y += 8;
        return this;

        void Header()
        {
            Row(sized, [.. columns.Select(column => column.Header)], firstIsBold: true, newPage: NewPage, allBold: true);
            RuleHere();
        }

        void Continue()
        {
            NewPage();
            Header();
        }
    }

    /// <summary>A web of at least three axes with at most four lines around it, and below it what each line is.</summary>
    public PdfReport Web(IReadOnlyList<string> axes, double maximum, IReadOnlyList<PdfSeries> series)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(axes.Count, 3, nameof(axes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(series.Count, RadarChart.MaximumSeries, nameof(series));
        if (series.Any(line => line.Values.Count != axes.Count))
            throw new ArgumentException("Each line has a value on every axis.", nameof(series));
        KeepTogether(RadarChart.Height + (series.Count * RadarChart.LegendLineHeight));
        RadarChart.Draw(page, regular, PdfPage.Width / 2, y, axes, maximum, series);
        y += RadarChart.Height;
        foreach (var (index, line) in series.Index())
        {
            RadarChart.Legend(page, regular, Margin, y, index, line.Name);
            y += RadarChart.LegendLineHeight;
        }

        y += 5;
        return this;
    }

    public byte[] ToBytes()
    {
        FinishPage();
        var (pages, regularFont, boldFont) = (file.Reserve(), file.Reserve(), file.Reserve());
        List<int> kids = [];
        foreach (var (index, content) in contents.Index())
        {
            var footer = file.AddStream(Footer(index + 1).ToBytes());
            kids.Add(file.Add(
                $"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {PdfFile.Number(PdfPage.Width)} {PdfFile.Number(PdfPage.Height)}]"
                + $"/Resources<</Font<</F1 {regularFont} 0 R/F2 {boldFont} 0 R>>>>/Contents[{content} 0 R {footer} 0 R]>>"));
        }

        regular.Embed(file, regularFont);
        bold.Embed(file, boldFont);
        file.Set(pages, $"<</Type/Pages/Count {kids.Count}/Kids[{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}]>>");
        var catalog = file.Add($"<</Type/Catalog/Pages {pages} 0 R/Lang(nl-NL)/ViewerPreferences<</DisplayDocTitle true>>>>");
        var created = metadata.CreatedAt.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var info = file.Add(
            $"<</Title{PdfFile.Text(metadata.Title)}/Author{PdfFile.Text(metadata.Author)}/CreationDate(D:{created}Z)/Producer(GrozUtrecht)>>");
        return file.ToBytes(catalog, info);
    }

    private PdfPage Footer(int number)
    {
        var footer = new PdfPage();
        var foot = PdfPage.Height - 36;
        var text = $"pagina {number} van {contents.Count}";
        footer.Text(regular, 8, Margin, foot, TextLines.Of(metadata.Title, regular, 8, ContentWidth - 100)[0]);
        footer.Text(regular, 8, PdfPage.Width - Margin - regular.Width(text, 8), foot, text);
        return footer;
    }

    private void Lines(string text, PdfFont font, double size, double height)
    {
        foreach (var line in TextLines.Of(text, font, size, ContentWidth))
        {
            KeepTogether(height);
            y += height;
            page.Text(font, size, Margin, y, line);
        }
    }

    private void Row(IReadOnlyList<PdfColumn> columns, IReadOnlyList<string> cells, bool firstIsBold, Action newPage, bool allBold = false)
    {
        if (cells.Count != columns.Count)
            throw new ArgumentException($"A row of {cells.Count} cells in a table of {columns.Count} columns.", nameof(cells));
        PdfFont Font(int index) => allBold || (firstIsBold && index == 0) ? bold : regular;
        var wrapped = cells.Select((cell, index) => TextLines.Of(cell, Font(index), TextSize, columns[index].Share - (2 * CellPadding))).ToList();
        var height = wrapped.Max(lines => lines.Count);
        // Only a row that is higher than a page is divided.
        if (y + (height * LineHeight) > Bottom && height * LineHeight < Bottom - Margin - (4 * LineHeight))
            newPage();
        for (var line = 0; line < height; line++)
        {
            if (y + LineHeight > Bottom)
                newPage();
            y += LineHeight;
            var x = Margin;
            for (var index = 0; index < columns.Count; index++)
            {
                if (line < wrapped[index].Count)
                    Cell(wrapped[index][line], Font(index), columns[index], x);
                x += columns[index].Share;
            }
        }
    }

    private void Cell(string text, PdfFont font, PdfColumn column, double x) => page.Text(
        font, TextSize, column.AlignRight ? x + column.Share - CellPadding - font.Width(text, TextSize) : x + CellPadding, y, text);

    private void RuleHere()
    {
        y += 3;
        page.Rule(Margin, PdfPage.Width - Margin, y);
        y += 1;
    }

    private void KeepTogether(double height)
    {
        if (y + height > Bottom)
            NewPage();
    }

    private void NewPage()
    {
        FinishPage();
        page = new PdfPage();
        y = Margin;
    }

    // A finished page is compressed at once: a long statement never stands in memory in full.
    private void FinishPage() => contents.Add(file.AddStream(page.ToBytes()));
}

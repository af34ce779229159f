using GrozUtrecht.Documenten.Pdf;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Documenten.Tests;

public sealed class PdfReportTests
{
    private static readonly PdfMetadata Metadata = new("Overzicht maart – José", "Stichting Ünïe", new(2026, 3, 15, 9, 30, 0, TimeSpan.FromHours(1)));
    private static readonly PdfColumn[] Columns = [new("Wat", 3), new("Minuten", 1, AlignRight: true)];

    [Fact]
    public void A_report_reads_back_as_it_was_written()
    {
        var pdf = Read(new PdfReport(Metadata)
            .Paragraph("Twee kopjes koffie kosten € 4,50.")
            .Pairs([("Naam", "Zoë 't Hart-Đặng")])
            .Heading("Uren")
            .Table(Columns, [["Tuin", "90"], ["Boodschappen", "45"]], ["Totaal", "135"]));

        Assert.Equal(
            "Overzicht maart – José\nTwee kopjes koffie kosten € 4,50.\nNaam\nZoë 't Hart-Đặng\nUren\nWat\nMinuten\nTuin\n90\nBoodschappen\n45\n"
            + "Totaal\n135\nOverzicht maart – José\npagina 1 van 1\n",
            Assert.Single(pdf.Pages));
    }

    [Fact]
    public void A_report_says_what_it_is()
    {
        var pdf = Read(new PdfReport(Metadata));
        Assert.Equal(("Overzicht maart – José", "Stichting Ünïe"), (pdf.Title, pdf.Author));
        Assert.Contains("/Lang(nl-NL)", pdf.Catalog, StringComparison.Ordinal);
        Assert.Contains("/CreationDate(D:20260315083000Z)", pdf.Info, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_goes_on_under_a_repeated_header_and_loses_no_row()
    {
        var pdf = Read(new PdfReport(Metadata).Table(Columns, Enumerable.Range(1, 500).Select(row => (string[])[$"Regel {row}", $"{row}"])));

        Assert.InRange(pdf.Pages.Count, 8, 12);
        Assert.All(pdf.Pages, page => Assert.Contains("Wat\nMinuten\nRegel ", page, StringComparison.Ordinal));
        Assert.All(pdf.Pages.Index(), page => Assert.EndsWith($"pagina {page.Index + 1} van {pdf.Pages.Count}\n", page.Item, StringComparison.Ordinal));
        var rows = pdf.Pages.SelectMany(page => page.Split('\n')).Where(line => line.StartsWith("Regel ", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 500).Select(row => $"Regel {row}"), rows);
    }

    [Fact]
    public void A_text_that_is_too_wide_is_divided_and_stays_whole()
    {
        var word = new string('w', 300);
        var text = string.Join(' ', Enumerable.Repeat("woord", 3000));
        var pdf = Read(new PdfReport(Metadata).Table(Columns, [[word, "1"], [text, "2"]]));

        var all = string.Concat(pdf.Pages);
        Assert.Equal(300, all.Count(letter => letter == 'w') - 3000);
        Assert.True(pdf.Pages.Count > 2);
    }

    [Fact]
    public void A_control_character_is_a_space_and_an_unknown_character_a_box()
    {
        var pdf = Read(new PdfReport(Metadata).Paragraph("a\tb\u0007c 😀\nd"));
        Assert.Contains("a b c \uFFFD\nd\n", pdf.Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_is_the_same_file()
    {
        static byte[] Make(string text) => new PdfReport(Metadata).Paragraph(text).ToBytes();
        Assert.Equal(Make("een"), Make("een"));
        Assert.NotEqual(Make("een"), Make("twee"));
    }

    [Fact]
    public void A_report_holds_only_the_letters_it_uses() =>
        Assert.InRange(new PdfReport(Metadata).Paragraph("Klein").ToBytes().Length, 1_000, 40_000);

    [Fact]
    public void A_row_with_another_number_of_cells_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new PdfReport(Metadata).Table(Columns, [["een"]]));

    private static ReadPdf Read(PdfReport report) => new(report.ToBytes());
}

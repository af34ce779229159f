using GrozUtrecht.Documenten.Pdf;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Documenten.Tests;

public sealed class WebTests
{
    private static readonly PdfMetadata Metadata = new("Web", "GrozUtrecht", new(2026, 3, 15, 9, 30, 0, TimeSpan.Zero));
    private static readonly string[] Axes = ["Boven", "Rechts", "Links"];

    [Fact]
    public void A_web_names_its_axes_its_rings_and_its_lines()
    {
        var pdf = new ReadPdf(new PdfReport(Metadata).Web(Axes, 10, [new("Start", [1, 2, 3]), new("Na 3 maanden", [4, 5, 6])]).ToBytes());

        Assert.Equal("Web\n2\n4\n6\n8\n10\nBoven\nRechts\nLinks\nStart\nNa 3 maanden\nWeb\npagina 1 van 1\n", Assert.Single(pdf.Pages));
    }

    [Fact]
    public void A_web_that_does_not_fit_begins_on_the_next_page()
    {
        var report = new PdfReport(Metadata);
        foreach (var line in Enumerable.Range(0, 30))
            report.Paragraph($"Regel {line}");

        var pdf = new ReadPdf(report.Web(Axes, 10, [new("Start", [1, 2, 3])]).ToBytes());

        Assert.Equal(2, pdf.Pages.Count);
        Assert.Contains("Boven", pdf.Pages[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Boven", pdf.Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_with_two_axes_five_lines_or_a_missing_value_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PdfReport(Metadata).Web(["A", "B"], 10, []));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new PdfReport(Metadata).Web(Axes, 10, [.. Enumerable.Range(0, 5).Select(line => new PdfSeries($"{line}", [1, 2, 3]))]));
        Assert.Throws<ArgumentException>(() => new PdfReport(Metadata).Web(Axes, 10, [new("Start", [1, 2])]));
    }
}

using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.Documenten.Pdf;
using GrozUtrecht.Lifestyle.Domain.Metingen;

namespace GrozUtrecht.Lifestyle.Features.Metingen;

/// <summary>The insight of a resident on paper. No name: it is the resident's own to write on it.</summary>
internal static class InzichtDocument
{
    private const double MaximumMark = 10;
    private const int MaximumLines = 4;
    private const string Web = "positieve-gezondheid";

    public static byte[] Of(InzichtAnswer inzicht, DateTimeOffset now)
    {
        var report = new PdfReport(new("Mijn inzicht", "GrozUtrecht Lifestyle", now))
            .Paragraph($"Gemaakt op {Dutch.Moment(now)}. Dit is van u. Niemand anders kan het zien zonder uw sleutel of dit papier. Het is een begin van een gesprek, "
                + "en geen medische meting. Maakt u zich zorgen? Praat erover met uw huisarts.");
        if (inzicht.Metingen.Count == 0)
            report.Paragraph("Er zijn nog geen metingen.");
        AddWeb(report, inzicht.Metingen);
        AddTotals(report, inzicht.Metingen);
        AddVisits(report, inzicht.Bezoeken);
        return report.ToBytes();
    }

    private static void AddWeb(PdfReport report, IReadOnlyList<EigenMetingAnswer> metingen)
    {
        // The first measurement is what the others are compared with; of the others the newest fit in the drawing.
        var all = metingen.Select(meting => (Meting: meting, Marks: Marks(meting))).Where(item => item.Marks.Count == Dimensies.Words.Count).ToList();
        if (all.Count == 0)
            return;
        var drawn = all.Take(1).Concat(all.Skip(1).TakeLast(MaximumLines - 1)).ToList();
        report.Heading("Zes cijfers voor hoe het met u gaat")
            .Web(Dimensies.Names, MaximumMark, [.. drawn.Select(item => new PdfSeries(Name(item.Meting), [.. item.Marks.Select(mark => (double)mark)]))])
            .Table(
                [new("", 2.2), .. drawn.Select(item => new PdfColumn(Name(item.Meting), 1.6, AlignRight: true))],
                Dimensies.Names.Index().Select(name => (string[])[name.Item, .. drawn.Select(item => Number(item.Marks[name.Index]))]));
        if (drawn.Count < all.Count)
            report.Paragraph("De tekening toont de eerste meting en de laatste drie. In de export staan ze allemaal.");
    }

    private static void AddTotals(PdfReport report, IReadOnlyList<EigenMetingAnswer> metingen)
    {
        var totals = metingen.SelectMany(meting => meting.Uitslagen.Where(uitslag => uitslag.Code != Web).Select(uitslag => (Meting: meting, Uitslag: uitslag)));
        foreach (var group in totals.GroupBy(item => item.Uitslag.Code).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            report.Heading(group.Last().Uitslag.Titel).Table(
                [new("Meting", 2), new("Score", 0.8, AlignRight: true), new("Wat dat betekent", 3)],
                group.SelectMany(item => item.Uitslag.Scores.Select(score => (string[])[Name(item.Meting), Number(score.Score), score.Betekenis ?? ""])));
        }
    }

    private static void AddVisits(PdfReport report, IReadOnlyList<BezoekAnswer> bezoeken)
    {
        if (bezoeken.Count == 0)
            return;
        report.Heading("Waar u was").Table(
            [new("Activiteit", 3), new("Keren", 0.8, AlignRight: true), new("Tijd", 1.6), new("Laatste keer", 1.3)],
            bezoeken.Select(bezoek => (string[])
                [bezoek.Naam, Dutch.Number(bezoek.Keren), Dutch.HoursInWords(bezoek.DuurMinuten), Dutch.ShortDate(bezoek.LaatsteDatum)]));
    }

    private static List<decimal> Marks(EigenMetingAnswer meting)
    {
        var scores = meting.Uitslagen.FirstOrDefault(uitslag => uitslag.Code == Web)?.Scores ?? [];
        return [.. from word in Dimensies.Words from score in scores where score.Dimensie == word select score.Score];
    }

    private static string Name(EigenMetingAnswer meting) =>
        $"{(meting.Maanden == 0 ? "Start" : $"Na {meting.Maanden} maanden")} ({Dutch.ShortDate(meting.IngediendDatum)})";

    private static string Number(decimal score) => score.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}

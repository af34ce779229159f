using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.Documenten.Pdf;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>An overview of contributions as a file.</summary>
internal static class BijdragenoverzichtFiles
{
    /// <summary>The answer in the format that was chosen.</summary>
    public static IResult Answer(BijdragenoverzichtAnswer overview, string of, Formaat formaat, DateTimeOffset now) => formaat switch
    {
        Formaat.Csv => TypedResults.File(Csv(overview), CsvTable.MediaType, $"bijdragen-{overview.Jaar}.csv"),
        Formaat.Pdf => TypedResults.File(Pdf(overview, of, now), Formaten.Pdf, $"bijdragen-{overview.Jaar}.pdf"),
        _ => TypedResults.Ok(overview),
    };

    private static byte[] Csv(BijdragenoverzichtAnswer overview)
    {
        var csv = new CsvTable("jaar", "soort", "ontvanger", "eenheid", "toegezegd", "gepland", "geleverd", "bevestigd", "betwist");
        foreach (var line in overview.PerSoort.Concat(overview.PerOntvanger))
        {
            csv.Row(
                Text(overview.Jaar), Words.Of(line.Soort), line.OntvangerSoort is { } to ? Words.Of(to) : "alle", line.Eenheid, Text(line.Toegezegd),
                Text(line.Gepland), Text(line.Geleverd), Text(line.Bevestigd), Text(line.Betwist));
        }

        return csv.ToBytes();
    }

    private static byte[] Pdf(BijdragenoverzichtAnswer overview, string of, DateTimeOffset now)
    {
        var report = new PdfReport(new($"Bijdragen aan de gemeenschap {Text(overview.Jaar)}", "GrozUtrecht Vitaal Werken", now)).Pairs(
            [("Van", of), ("Jaar", Text(overview.Jaar)), ("Gemaakt op", Dutch.Moment(now))]);
        Add("Naar soort", overview.PerSoort);
        Add("Naar soort en ontvanger", overview.PerOntvanger);
        return report.Paragraph(
            "Een toezegging telt in het jaar waarin zij is gedaan, een levering in het jaar van levering. Wie ontving bevestigt de levering, of betwist haar binnen "
            + "dertig dagen; wat is betwist of ingetrokken telt niet mee.").ToBytes();

        void Add(string heading, IReadOnlyList<BijdrageregelAnswer> lines)
        {
            report.Heading(heading);
            foreach (var line in lines)
                report.Paragraph(line.Zin);
            if (lines.Count == 0)
                report.Paragraph("Niets.");
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.Documenten.Pdf;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>A report as a file.</summary>
internal static class RapportFiles
{
    private const string NotShown = "niet getoond";

    public static byte[] Csv(RapportAnswer rapport)
    {
        var csv = new CsvTable("indeling", "groep", "duurMinuten", "minstensPersonen", "afgeschermd");
        Add("totaal", [rapport.Totaal]);
        Add("urenSoort", rapport.UrenSoorten);
        Add("leeftijdsgroep", rapport.Leeftijdsgroepen);
        Add("gebied", rapport.Gebieden ?? []);
        Add("uitbetaald", rapport.Uitbetaald is { } converted ? [converted] : []);
        return csv.ToBytes();

        void Add(string division, IEnumerable<RapportcelAnswer> cells)
        {
            foreach (var cell in cells)
                csv.Row(division, AgeAsText(cell.Groep), Text(cell.DuurMinuten), Text(cell.MinstensPersonen), cell.Afgeschermd ? "ja" : "nee");
        }
    }

    public static byte[] Pdf(RapportAnswer rapport)
    {
        var title = rapport.Gebied is { } gebied ? $"Urenrapport gebied {gebied}" : "Urenrapport organisatie";
        var report = new PdfReport(new(title, "GrozUtrecht Tijdbank", rapport.GepubliceerdOp)).Pairs(
        [
            ("Periode", $"{Dutch.Date(rapport.VanDatum)} tot en met {Dutch.Date(rapport.TotEnMetDatum)}"),
            ("Vastgesteld op", Dutch.Moment(rapport.GepubliceerdOp)),
            ("Uren", rapport.Totaal.DuurMinuten is { } minutes ? Dutch.HoursInWords(minutes) : NotShown),
            ("Personen", rapport.Totaal.MinstensPersonen is { } persons ? $"{Dutch.Number(persons)} of meer" : NotShown),
        ]);
        Add("Naar soort", rapport.UrenSoorten);
        Add("Naar leeftijd", rapport.Leeftijdsgroepen);
        if (rapport.Gebieden is { } areas)
            Add("Naar woongebied", areas);
        if (rapport.Uitbetaald is { } converted)
            Add("In geld omgezet", [converted]);
        return report.Paragraph(
            "Geteld naar het moment van boeken: bijgeschreven uren min teruggeboekte. Wat over minder dan vijf personen gaat, en waaruit dat uit te rekenen is, "
            + "wordt niet getoond. Aantallen personen zijn naar beneden afgerond op vijftallen. Een rapport verandert niet meer.").ToBytes();

        void Add(string heading, IEnumerable<RapportcelAnswer> cells) => report.Heading(heading).Table(
            [new("Groep", 3), new("Uren", 1.4, AlignRight: true), new("Personen, minstens", 1.6, AlignRight: true)],
            cells.Select(cell => new[]
            {
                cell.Groep, cell.DuurMinuten is { } minutes ? Dutch.Hours(minutes) : NotShown, cell.MinstensPersonen is { } persons ? Dutch.Number(persons) : NotShown,
            }));
    }

    // A spreadsheet would read 18-20 as a date.
    private static string AgeAsText(string groep) => char.IsAsciiDigit(groep[0]) ? $"{groep} jaar" : groep;

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.Documenten.Pdf;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>The report of a programme as a file. The same as the JSON, and no figure more.</summary>
internal static class ProgrammaverslagFiles
{
    private const string TooSmall = "te klein om te tonen";

    /// <summary>One figure a row; an empty cell is what is too small to show.</summary>
    public static byte[] Csv(ProgrammaverslagAnswer verslag)
    {
        var csv = new CsvTable("deel", "over", "meting", "waarde");
        csv.Row("bereik", "programma", "ingeschreven", Whole(verslag.Bereik.Ingeschreven));
        csv.Row("bereik", "programma", "deelgenomen", Whole(verslag.Bereik.Deelgenomen));
        foreach (var module in verslag.Bereik.Modules)
        {
            csv.Row("bereik", CsvTable.Text(module.Titel), "sessies", Whole(module.Sessies));
            csv.Row("bereik", CsvTable.Text(module.Titel), "deelgenomen", Whole(module.Deelgenomen));
        }

        foreach (var verandering in verslag.Veranderingen)
        {
            var onderwerp = Words.Of(verandering.Onderwerp);
            csv.Row("verandering", onderwerp, "aantal", Whole(verandering.Aantal));
            csv.Row("verandering", onderwerp, "start", Mark(verandering.Start));
            csv.Row("verandering", onderwerp, "midden", Mark(verandering.Midden));
            csv.Row("verandering", onderwerp, "einde", Mark(verandering.Einde));
            csv.Row("verandering", onderwerp, "verandering", Mark(verandering.Verandering));
        }

        csv.Row("ervaring", "programma", "aantal", Whole(verslag.Ervaring.Aantal));
        csv.Row("ervaring", "programma", "gemiddelde", Mark(verslag.Ervaring.Gemiddelde));
        csv.Row("ervaring", "programma", "aanradenProcent", Whole(verslag.Ervaring.AanradenProcent));
        csv.Row("kosten", "programma", "euro", CsvTable.Euros(verslag.Kosten.EuroCenten));
        foreach (var inNatura in verslag.Kosten.InNatura)
            csv.Row("kosten", "programma", "inNatura", CsvTable.Text(inNatura));
        csv.Row("bijdragen", "programma", "euro", CsvTable.Euros(verslag.Bijdragen.EuroCenten));
        csv.Row("bijdragen", "programma", "duurMinuten", Long(verslag.Bijdragen.DuurMinuten));
        csv.Row("bijdragen", "programma", "producten", Long(verslag.Bijdragen.Producten));
        csv.Row("bijdragen", "programma", "dagdelen", Long(verslag.Bijdragen.Dagdelen));
        return csv.ToBytes();
    }

    public static byte[] Pdf(ProgrammaverslagAnswer verslag)
    {
        // The day on which the report was made, so that it is the same file whenever it is asked for.
        var made = NederlandseTijd.MomentOf(verslag.GemaaktDatum, TimeOnly.MinValue);
        var report = new PdfReport(new($"Verslag: {verslag.Naam}", "GrozUtrecht Vitaal Werken", made))
            .Pairs(
            [
                ("Programma", verslag.Naam),
                ("Periode", $"{Dutch.Date(verslag.BeginDatum)} tot en met {Dutch.Date(verslag.EindDatum)}"),
                ("Versie", Dutch.Number(verslag.Versie)),
                ("Gemaakt op", Dutch.Date(verslag.GemaaktDatum)),
            ])
            .Heading("Wie er meededen")
            .Pairs([("Ingeschreven", People(verslag.Bereik.Ingeschreven)), ("Er minstens een keer bij", People(verslag.Bereik.Deelgenomen))])
            .Table(
                [new("Module", 3.6), new("Sessies", 1, AlignRight: true), new("Er minstens een keer bij", 2.2, AlignRight: true)],
                verslag.Bereik.Modules.Select(module => (string[])[module.Titel, Dutch.Number(module.Sessies), People(module.Deelgenomen)]))
            .Heading("Wat er veranderde")
            .Table(
                [new("Onderwerp", 2.2), new("Mensen", 2.2, AlignRight: true), new("Start", 0.9, AlignRight: true), new("Midden", 0.9, AlignRight: true),
                    new("Einde", 0.9, AlignRight: true), new("Verschil", 1, AlignRight: true)],
                verslag.Veranderingen.Select(change => (string[])
                    [Words.Of(change.Onderwerp).Replace('-', ' '), People(change.Aantal), Mark(change.Start), Mark(change.Midden), Mark(change.Einde), Mark(change.Verandering)]))
            .Heading("Wat mensen ervan vonden")
            .Pairs(
            [
                ("Mensen", People(verslag.Ervaring.Aantal)),
                ("Gemiddeld cijfer", verslag.Ervaring.Gemiddelde is null ? TooSmall : Mark(verslag.Ervaring.Gemiddelde)),
                ("Zou het aanraden", Percent(verslag.Ervaring.AanradenProcent)),
            ])
            .Heading("Wat het kostte")
            .Pairs([("Sessies, zonder btw", Dutch.Euros(verslag.Kosten.EuroCenten)), .. verslag.Kosten.InNatura.Select(inNatura => ("In natura", inNatura))])
            .Heading("Wat het bedrijf bijdroeg")
            .Pairs(
            [
                ("Geld", Dutch.Euros(verslag.Bijdragen.EuroCenten)),
                ("Tijd", Dutch.HoursInWords(verslag.Bijdragen.DuurMinuten)),
                ("Producten", Dutch.Number(verslag.Bijdragen.Producten)),
                ("Ruimte, in dagdelen", Dutch.Number(verslag.Bijdragen.Dagdelen)),
            ]);
        return report
            .Paragraph("Aantallen mensen zijn naar beneden afgerond op vijftallen. Cijfers over hoe het gaat zijn gemiddelden van ten minste vijftien mensen, steeds dezelfde "
                + $"mensen aan het begin en aan het eind. \"{char.ToUpperInvariant(TooSmall[0])}{TooSmall[1..]}\" staat er ook als uit het getal iets over een kleine groep is af te leiden.")
            .ToBytes();
    }

    private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Long(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Mark(decimal? mark) => mark?.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',') ?? "";

    private static string People(int? count) => count is { } known ? $"{known} of meer" : TooSmall;

    private static string Percent(int? percent) => percent switch { null => TooSmall, 90 => "90% of meer", 10 => "10% of minder", _ => $"ongeveer {percent}%" };
}

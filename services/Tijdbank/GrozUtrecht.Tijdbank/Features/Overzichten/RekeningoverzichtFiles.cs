using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.Documenten.Pdf;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>The statement of an account as a file.</summary>
internal static class RekeningoverzichtFiles
{
    /// <summary>One table: the opening balance, the lines, the closing balance; dates so that they sort.</summary>
    public static byte[] Csv(Rekeningoverzicht overzicht)
    {
        var unit = overzicht.IsInCents ? "Euro" : "Minuten";
        var csv = new CsvTable(
            "regel", "datum", "tijd", "omschrijving", "tegenrekeningSoort", "tegenrekeningId", $"bedrag{unit}", $"saldoNa{unit}",
            "urenSoort", "uitgevoerdDatum", "bron", "overboekingId");
        csv.Row("beginsaldo", Iso(overzicht.Periode.Van), "", "", "", "", "", Amount(overzicht.Head.Beginsaldo), "", "", "", "");
        foreach (var line in overzicht.Lines)
        {
            csv.Row(
                "mutatie", Iso(Periode.DayOf(line.GeboektOp)), Time(line.GeboektOp), CsvTable.Text(line.Omschrijving), line.TegenrekeningNaam ?? line.TegenrekeningSoort,
                line.TegenrekeningId.ToString(), Amount(line.Bedrag), Amount(line.SaldoNa), line.UrenSoort ?? "",
                line.UitgevoerdDatum is { } day ? Iso(day) : "", CsvTable.Text(line.Bron), line.OverboekingId.ToString());
        }

        csv.Row("eindsaldo", Iso(overzicht.Periode.Tot), "", "", "", "", "", Amount(overzicht.Head.Eindsaldo), "", "", "", "");
        return csv.ToBytes();

        string Amount(long amount) => overzicht.IsInCents ? CsvTable.Euros(amount) : amount.ToString(CultureInfo.InvariantCulture);
    }

    public static byte[] Pdf(Rekeningoverzicht overzicht)
    {
        var report = new PdfReport(new("Rekeningoverzicht", "GrozUtrecht Tijdbank", overzicht.Now));
        if (overzicht.IsProvisional)
            report.Paragraph("VOORLOPIG: de periode is nog niet voorbij, er kunnen regels bij komen.");
        report.Pairs(
        [
            ("Rekening", $"{overzicht.Rekening.Id} ({overzicht.Rekening.Soort})"),
            ("Periode", $"{Dutch.Date(overzicht.Periode.Van)} tot en met {Dutch.Date(overzicht.Periode.Tot)}"),
            ("Opgemaakt op", Dutch.Moment(overzicht.Now)),
            ("Beginsaldo", Amount(overzicht.Head.Beginsaldo)),
            ("Totaal bij", Amount(overzicht.Total.Bij)),
            ("Totaal af", Amount(overzicht.Total.Af)),
            ("Eindsaldo", Amount(overzicht.Head.Eindsaldo)),
        ]);
        report.Table(
            [new("Datum", 1.5), new("Omschrijving", 4.2), new("Tegenrekening", 2.1), new("Bij / af", 1.7, AlignRight: true), new("Saldo", 1.7, AlignRight: true)],
            overzicht.Lines.Select(line => new[]
            {
                Dutch.ShortDate(Periode.DayOf(line.GeboektOp)), Description(line), Counterpart(line), Signed(line.Bedrag), Amount(line.SaldoNa),
            }),
            ["Eindsaldo", "", "", Signed(overzicht.Head.Eindsaldo - overzicht.Head.Beginsaldo), Amount(overzicht.Head.Eindsaldo)]);
        return report
            .Paragraph(overzicht.IsInCents
                ? "Bedragen in euro's. Van een tegenrekening staan de laatste twaalf tekens."
                : "Bedragen in uren en minuten: 1:30 is een uur en dertig minuten. Van een tegenrekening staan de laatste twaalf tekens.")
            .ToBytes();

        string Amount(long amount) => overzicht.IsInCents ? Dutch.Euros(amount) : Dutch.Hours(amount);

        string Signed(long amount) => amount > 0 ? $"+{Amount(amount)}" : Amount(amount);
    }

    private static string Description(Overzichtregel line)
    {
        var hours = line.UrenSoort is null ? null : $"{line.UrenSoort}, {Dutch.ShortDate(line.UitgevoerdDatum!.Value)}";
        return string.Join("\n", new[] { line.Omschrijving, hours, line.Bron }.OfType<string>());
    }

    // The whole id would fill the width; its first half is about the same for accounts of one time.
    private static string Counterpart(Overzichtregel line) =>
        line.TegenrekeningNaam is { } name ? $"Tijdbank, {name}" : $"{line.TegenrekeningSoort}\n{line.TegenrekeningId.ToString("N")[^12..]}";

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset moment) => Periode.Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture);
}

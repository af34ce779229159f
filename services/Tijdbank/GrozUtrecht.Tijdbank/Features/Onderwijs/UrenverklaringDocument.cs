using System.Globalization;
using GrozUtrecht.Documenten;
using GrozUtrecht.Documenten.Pdf;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>Sets an hours statement on paper. Everything in it comes from what was issued, so it is the same whenever it is asked for.</summary>
internal static class UrenverklaringDocument
{
    private const string ToFillIn = "............................................................";

    public static byte[] Of(
        Urenverklaring verklaring,
        Praktijkovereenkomst agreement,
        IReadOnlyList<Urenverklaringweek> weeks,
        IReadOnlyList<string> werkprocessen,
        string validityAddress)
    {
        var report = new PdfReport(new($"Urenverklaring {verklaring.Nummer}", "GrozUtrecht Tijdbank", verklaring.AfgegevenOp));
        if (verklaring.IngetrokkenOp is { } withdrawn)
            report.Paragraph($"INGETROKKEN op {Dutch.Moment(withdrawn)}: deze verklaring geldt niet meer.");
        report
            .Paragraph(
                $"In de periode van {Dutch.Date(verklaring.BeginDatum)} tot en met {Dutch.Date(verklaring.TotEnMetDatum)} tekende de organisatie "
                + $"{Dutch.HoursInWords(verklaring.DuurMinuten)} beroepspraktijkvorming af, van de {Dutch.HoursInWords(agreement.UrenMinuten)} die zijn afgesproken.")
            .Pairs(Facts(verklaring, agreement));
        if (werkprocessen.Count > 0)
            report.Heading("Werkprocessen").Paragraph(string.Join("\n", werkprocessen));
        report
            .Heading("Uren per week")
            .Table(
                [new("Week", 1), new("Maandag", 1.2), new("Afgetekend op", 2.4), new("Uren", 1, AlignRight: true)],
                weeks.Select(Row),
                ["Totaal", "", "", Dutch.Hours(verklaring.DuurMinuten)])
            .Heading("Echtheid")
            .Paragraph(
                $"Of deze verklaring nog geldt staat op {validityAddress}\n"
                + "Bij deze verklaring hoort een digitaal ondertekend bewijs (Open Badges 3.0) dat met de gepubliceerde sleutels van de Tijdbank te controleren is.");
        return report.ToBytes();
    }

    private static IEnumerable<(string Name, string Value)> Facts(Urenverklaring verklaring, Praktijkovereenkomst agreement) =>
    [
        ("Naam student", ToFillIn),
        ("Nummer student", agreement.PersoonId.ToString()),
        ("Opleiding", agreement.Opleidingscode is { } code ? $"{agreement.Opleiding} ({code})" : agreement.Opleiding),
        ("School", agreement.SchoolPartnerId.ToString()),
        ("Schoolbegeleider", agreement.Schoolbegeleider ?? ToFillIn),
        ("Organisatie", agreement.OrganisatiePartnerId.ToString()),
        ("Praktijkbegeleider", agreement.Praktijkbegeleider ?? ToFillIn),
        ("Overeenkomst", agreement.Id.ToString()),
        ("Afgegeven op", Dutch.Moment(verklaring.AfgegevenOp)),
    ];

    private static string[] Row(Urenverklaringweek week)
    {
        var monday = week.WeekBeginDatum.ToDateTime(TimeOnly.MinValue);
        var number = $"{ISOWeek.GetYear(monday)}-W{ISOWeek.GetWeekOfYear(monday):00}";
        return [number, Dutch.ShortDate(week.WeekBeginDatum), Dutch.Date(NederlandseTijd.DayOf(week.AfgetekendOp)), Dutch.Hours(week.DuurMinuten)];
    }
}

using GrozUtrecht.Documenten;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Overzichten;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>What the two reports share: a month is read from the ledger once, made safe, kept, and answered in the form that was asked.</summary>
internal sealed class Rapporten(NpgsqlDataSource database, TimeProvider clock)
{
    public const string Organisatie = "organisatie";
    public const string Gebied = "gebied";

    public const string Description =
        "Over één kalendermaand die voorbij is (van: eerste dag, tot: laatste dag), want uit perioden die overlappen zijn de uren van één persoon te berekenen. "
        + "Geteld naar het moment van boeken in het grootboek, met teruggeboekte uren eraf. Wat over minder dan vijf personen gaat is afgeschermd, en wat nodig is "
        + "opdat het niet uit totalen volgt ook. Een rapport wordt één keer gemaakt en verandert daarna niet. Vraag met Accept of formaat om JSON, CSV of PDF. ";

    public async Task<IResult> AnswerAsync(
        HttpContext http, OverzichtQuery query, string soort, string sleutel, Func<Maanduren, Rapportpersoon?, bool> includes, IReadOnlyList<string> areas)
    {
        if (Formaten.Choose(http.Request, query.Formaat) is not { } formaat)
            return OverzichtFailures.FormatUnknown.ToProblem();
        var periode = new Periode(query.Van, query.Tot);
        if (Rapportmaand.Check(periode, clock.GetUtcNow()) is { } fault)
            return RapportFailures.Of(fault).ToProblem();

        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var published = await RapportStore.FindAsync(connection, soort, sleutel, periode.Van, http.RequestAborted);
        if (published is null)
        {
            var made = await MakeAsync(connection, soort, periode, includes, areas, http.RequestAborted);
            await RapportStore.AddAsync(connection, soort, sleutel, periode.Van, made, clock.GetUtcNow(), http.RequestAborted);
            published = await RapportStore.FindAsync(connection, soort, sleutel, periode.Van, http.RequestAborted);
        }

        var answer = RapportAnswer.Of(soort, soort == Gebied ? sleutel : null, periode, published!);
        var fileName = $"urenrapport-{(soort == Gebied ? sleutel : Organisatie)}-{periode.Van:yyyy-MM}";
        return formaat switch
        {
            Formaat.Csv => TypedResults.File(RapportFiles.Csv(answer), CsvTable.MediaType, $"{fileName}.csv"),
            Formaat.Pdf => TypedResults.File(RapportFiles.Pdf(answer), Formaten.Pdf, $"{fileName}.pdf"),
            _ => TypedResults.Ok(answer),
        };
    }

    private static async Task<Rapport> MakeAsync(
        NpgsqlConnection connection, string soort, Periode periode, Func<Maanduren, Rapportpersoon?, bool> includes, IReadOnlyList<string> areas,
        CancellationToken cancellationToken)
    {
        await using var snapshot = await OverzichtStore.SnapshotAsync(connection, cancellationToken);
        var hours = await MaandurenStore.ListAsync(connection, periode, cancellationToken);
        var converted = soort == Gebied ? await MaandurenStore.ConvertedAsync(connection, periode, cancellationToken) : [];
        var persons = await MaandurenStore.PersonsAsync(connection, hours.Concat(converted), cancellationToken);
        var report = Rapportage.Make(Included(hours), persons, areas, periode.Tot);
        return soort == Gebied ? report with { Uitbetaald = Rapportage.Converted(Included(converted)) } : report;

        List<Maanduren> Included(IEnumerable<Maanduren> all) => [.. all.Where(item => includes(item, persons.GetValueOrDefault(item.PersoonId)))];
    }
}

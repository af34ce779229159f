using System.Text.Json;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Http;
using static GrozUtrecht.Tijdbank.Tests.Overzichten.RapportFixture;

namespace GrozUtrecht.Tijdbank.Tests.Overzichten;

public sealed class RapportTests(RapportFixture months) : IClassFixture<RapportFixture>
{
    private static readonly string[] Areas = [.. Gebied.All.Select(gebied => gebied.Code), "onbekend"];

    [Theory]
    [InlineData(February, "2026-01-31T23:00Z", "2026-02-28T23:00Z")]
    [InlineData(March, "2026-02-28T23:00Z", "2026-03-31T22:00Z")]
    public async Task All_areas_and_all_kinds_together_are_what_the_ledger_moved(string month, string begin, string end)
    {
        var ledger = await months.ScalarAsync<long>(
            $"""
             select sum(case when van.naam = 'uitgifte' then o.bedrag else -o.bedrag end)::bigint
             from grootboek.overboeking o join grootboek.rekening van on van.nummer = o.van join grootboek.rekening naar on naar.nummer = o.naar
             where 'uitgifte' in (van.naam, naar.naam) and o.geboekt_op >= '{begin}' and o.geboekt_op < '{end}'
             """);
        List<JsonElement> reports = [];
        foreach (var area in Areas)
            reports.Add(await ReportAsync($"gebieden/{area}", month));

        Assert.NotEqual(0, ledger);
        Assert.Equal(ledger, reports.Sum(report => Minutes(report.GetProperty("totaal"))));
        Assert.Equal(ledger, reports.SelectMany(report => report.GetProperty("urenSoorten").EnumerateArray()).Sum(Minutes));
        Assert.Equal(ledger, reports.SelectMany(report => report.GetProperty("leeftijdsgroepen").EnumerateArray()).Sum(Minutes));
    }

    [Fact]
    public async Task Five_persons_are_shown_by_kind_age_and_area()
    {
        var report = await ReportAsync("organisatie", February);

        Assert.Equal((750, 10), (Minutes(report.GetProperty("totaal")), report.GetProperty("totaal").GetProperty("minstensPersonen").GetInt32()));
        Assert.Equal([("beroepspraktijkvorming", 150), ("vrijwilligerswerk", 600)], Shown(report, "urenSoorten"));
        Assert.Equal([("21-34", 600), ("onbekend", 150)], Shown(report, "leeftijdsgroepen"));
        Assert.Equal([("onbekend", 150), ("overvecht", 600)], Shown(report, "gebieden"));
    }

    [Fact]
    public async Task Four_persons_are_not_shown_nor_what_they_would_follow_from()
    {
        var report = await ReportAsync("organisatie", January);

        Assert.Equal((340, 5), (Minutes(report.GetProperty("totaal")), report.GetProperty("totaal").GetProperty("minstensPersonen").GetInt32()));
        Assert.All(["urenSoorten", "leeftijdsgroepen", "gebieden"], table => Assert.Empty(Shown(report, table)));
    }

    [Fact]
    public async Task A_report_of_four_persons_shows_nothing_at_all()
    {
        var report = await ReportAsync("organisatie", April);

        Assert.True(report.GetProperty("totaal").GetProperty("afgeschermd").GetBoolean());
        Assert.All(report.GetProperty("urenSoorten").EnumerateArray(), cell => Assert.False(cell.TryGetProperty("duurMinuten", out _)));
    }

    [Fact]
    public async Task Hours_taken_back_count_in_the_month_in_which_that_was_booked()
    {
        var report = await ReportAsync("organisatie", March);

        Assert.Equal([("vrijwilligerswerk", 330)], Shown(report, "urenSoorten"));
    }

    [Fact]
    public async Task Minutes_that_became_money_are_told_of_five_persons_and_not_of_four()
    {
        var (overvecht, unknown) = (await ReportAsync("gebieden/overvecht", March), await ReportAsync("gebieden/onbekend", March));
        var (nobody, organisation) = (await ReportAsync("gebieden/overvecht", February), await ReportAsync("organisatie", March));

        Assert.Equal((75, 0), (Minutes(overvecht.GetProperty("uitbetaald")), Minutes(nobody.GetProperty("uitbetaald"))));
        Assert.True(unknown.GetProperty("uitbetaald").GetProperty("afgeschermd").GetBoolean());
        Assert.False(organisation.TryGetProperty("uitbetaald", out _));
    }

    [Fact]
    public async Task A_report_that_was_published_stays_when_somebody_moves()
    {
        var mover = months.Unknown[4];
        var first = await ReportAsync("gebieden/overvecht", February);
        await months.ExecuteAsync("insert into deelnemer values ($1, '1990-01-01', 3561, now())", mover);
        var second = await ReportAsync("gebieden/overvecht", February);
        await months.ExecuteAsync("delete from deelnemer where persoon_id = $1", mover);

        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task Another_organisation_gets_its_own_report()
    {
        using var client = Client(TestId.Guid());
        var (status, report) = await client.AskAsync($"/rapporten/organisatie?{February}");

        Assert.Equal((200, 0), (status, (int)Minutes(report.GetProperty("totaal"))));
    }

    [Fact]
    public async Task As_CSV_and_as_PDF()
    {
        using var client = Client(months.Organisatie);
        var csv = await client.GetStringAsync(new Uri($"/tijdbank/v1/rapporten/organisatie?{January}&formaat=csv", UriKind.Relative));
        var pdf = await client.GetByteArrayAsync(new Uri($"/tijdbank/v1/rapporten/gebieden/overvecht?{February}&formaat=pdf", UriKind.Relative));
        var text = string.Join("\n", new ReadPdf(pdf).Pages);

        Assert.Contains("totaal;totaal;340;5;nee\r\nurenSoort;vrijwilligerswerk;;;ja\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("leeftijdsgroep;21-34 jaar;;;ja\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("Urenrapport gebied overvecht", text, StringComparison.Ordinal);
        Assert.Contains("10:07", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organisatie?van=2026-01-01&tot=2026-02-28", 422, "tijdbank.rapport.geen-kalendermaand")]
    [InlineData("organisatie?van=2026-01-02&tot=2026-01-31", 422, "tijdbank.rapport.geen-kalendermaand")]
    [InlineData("organisatie?van=2100-01-01&tot=2100-01-31", 422, "tijdbank.rapport.maand-niet-voorbij")]
    [InlineData("organisatie?van=januari&tot=februari", 400, "verzoek.onleesbaar")]
    [InlineData("organisatie?van=2026-01-01&tot=2026-01-31&formaat=xml", 406, "tijdbank.overzicht.formaat-onbekend")]
    [InlineData("gebieden/atlantis?van=2026-01-01&tot=2026-01-31", 404, "tijdbank.rapport.gebied-onbekend")]
    public async Task Reports_that_cannot_be(string path, int status, string code)
    {
        using var client = Client(months.Organisatie);
        var answer = await client.AskAsync($"/rapporten/{path}");

        Assert.Equal((status, code), (answer.Status, answer.Body.Code()));
    }

    private HttpClient Client(Guid partner) => months.ClientFor(partner, "tijdbank:lezen");

    private async Task<JsonElement> ReportAsync(string report, string month)
    {
        using var client = Client(months.Organisatie);
        var (status, body) = await client.AskAsync($"/rapporten/{report}?{month}");
        Assert.Equal(200, status);
        return body;
    }

    private static long Minutes(JsonElement cell) => cell.GetProperty("duurMinuten").GetInt64();

    // What is shown and not empty, in the order of the alphabet.
    private static IEnumerable<(string, long)> Shown(JsonElement report, string table) =>
        report.GetProperty(table).EnumerateArray()
            .Where(cell => !cell.GetProperty("afgeschermd").GetBoolean() && Minutes(cell) != 0)
            .Select(cell => (cell.GetProperty("groep").GetString()!, Minutes(cell)))
            .Order();
}

using System.Net.Http.Headers;
using System.Text;
using GrozUtrecht.Documenten;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Overzichten;

[Collection(TijdbankCollection.Name)]
public sealed class RekeningoverzichtFileTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("text/*", "text/csv")]
    [InlineData("application/pdf, application/json;q=0.5", "application/pdf")]
    [InlineData("application/json;q=0, */*;q=0.1", "text/csv")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("image/png", "application/problem+json")]
    public async Task Accept_says_in_which_form(string? accept, string type)
    {
        using var client = tijdbank.Partner(partner);
        var account = await tijdbank.AccountAsync(partner);
        using var answer = await AskAsync(client, account, "2026-01-01", "2026-01-31", accept);

        Assert.Equal(type == "application/problem+json" ? 406 : 200, (int)answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_CSV_opens_in_a_Dutch_spreadsheet_and_runs_nothing()
    {
        using var client = tijdbank.Partner(partner);
        await using var connection = await tijdbank.Database.OpenConnectionAsync();
        var kas = await Data.RekeningStore.OpenOrganisatieAsync(connection, partner, Eenheid.Centen, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await Tijdlijn.BookAsync(
            tijdbank.Database,
            new("2026-03-01T10:00:00Z", Systeemrekening.Storting, kas, 123456, "=HYPERLINK(\"x\")", Eenheid.Centen),
            new("2026-03-01T11:00:00Z", kas, Systeemrekening.Uitbetaling, 5, "café; 2 \"stuks\"", Eenheid.Centen));
        using var answer = await AskAsync(client, kas, "2026-03-01", "2026-03-31", accept: "application/pdf", "&formaat=csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");

        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        Assert.Equal("rekeningoverzicht-2026-03-01-2026-03-31.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("regel;datum;tijd;omschrijving;tegenrekeningSoort;tegenrekeningId;bedragEuro;saldoNaEuro;", lines[0], StringComparison.Ordinal);
        Assert.Equal("beginsaldo;2026-03-01;;;;;;0,00;;;;", lines[1]);
        Assert.StartsWith($"mutatie;2026-03-01;11:00;\"'=HYPERLINK(\"\"x\"\")\";storting;{Systeemrekening.Storting};1234,56;1234,56;", lines[2], StringComparison.Ordinal);
        Assert.StartsWith($"mutatie;2026-03-01;12:00;\"café; 2 \"\"stuks\"\"\";uitbetaling;{Systeemrekening.Uitbetaling};-0,05;1234,51;", lines[3], StringComparison.Ordinal);
        Assert.Equal(["eindsaldo;2026-03-31;;;;;;1234,51;;;;", ""], lines[4..]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("\t-1", "'\t-1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("een = twee", "een = twee")]
    [InlineData("   ", "   ")]
    [InlineData(null, "")]
    public void A_text_that_looks_like_a_formula_gets_an_apostrophe(string? text, string cell) => Assert.Equal(cell, CsvTable.Text(text));

    [Fact]
    public async Task A_PDF_holds_balances_totals_and_lines_and_no_text_that_was_erased()
    {
        using var client = tijdbank.Partner(partner);
        var account = await tijdbank.AccountAsync(partner);
        var (kept, erased) = (
            new Geboekt("2026-03-01T10:00:00Z", Systeemrekening.Uitgifte, account, 90, "Koken in het buurthuis"),
            new Geboekt("2026-03-02T10:00:00Z", Systeemrekening.Uitgifte, account, 30, "Op visite bij Jan"));
        await Tijdlijn.BookAsync(tijdbank.Database, kept, erased);
        await using (var erase = tijdbank.Database.CreateCommand("delete from overboeking_omschrijving where overboeking_id = $1"))
        {
            erase.Parameters.Add(new() { Value = erased.Id });
            Assert.Equal(1, await erase.ExecuteNonQueryAsync());
        }

        using var answer = await AskAsync(client, account, "2026-03-01", "2026-03-31", "application/pdf");
        var text = string.Join("\n", new ReadPdf(await answer.Content.ReadAsByteArrayAsync()).Pages);
        using var csv = await AskAsync(client, account, "2026-03-01", "2026-03-31", "text/csv");

        Assert.Contains("1 maart 2026 tot en met 31 maart 2026", text, StringComparison.Ordinal);
        Assert.Contains("Koken in het buurthuis", text, StringComparison.Ordinal);
        Assert.Contains("+1:30", text, StringComparison.Ordinal);
        Assert.Contains("2:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jan", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jan", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_has_ten_thousand_lines_and_no_more()
    {
        using var client = tijdbank.Partner(partner);
        var account = await tijdbank.AccountAsync(partner);
        await Tijdlijn.BookAsync(
            tijdbank.Database, Enumerable.Range(0, 10_000).Select(_ => new Geboekt("2026-03-01T10:00:00Z", Systeemrekening.Uitgifte, account, 1)));
        await Tijdlijn.BookAsync(tijdbank.Database, new Geboekt("2026-03-02T10:00:00Z", Systeemrekening.Uitgifte, account, 1));
        using var fits = await AskAsync(client, account, "2026-03-01", "2026-03-01", "text/csv");
        using var pdf = await AskAsync(client, account, "2026-03-01", "2026-03-01", "application/pdf");
        using var tooMany = await AskAsync(client, account, "2026-03-01", "2026-03-02", "text/csv");
        using var paged = await AskAsync(client, account, "2026-03-01", "2026-03-02", "application/json");

        Assert.Equal(10_004, (await fits.Content.ReadAsStringAsync()).Split("\r\n").Length);
        Assert.Equal(200, (int)pdf.StatusCode);
        Assert.Equal(422, (int)tooMany.StatusCode);
        Assert.Contains("tijdbank.overzicht.te-veel-regels", await tooMany.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("totaalBij", await paged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, Guid account, string van, string tot, string? accept, string more = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/tijdbank/v1/rekeningen/{account}/overzichten?van={van}&tot={tot}{more}");
        foreach (var range in accept?.Split(',') ?? [])
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(range.Trim()));
        return await client.SendAsync(request);
    }
}

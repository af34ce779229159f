using System.Text.Json;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Overzichten;

[Collection(TijdbankCollection.Name)]
public sealed class RekeningoverzichtTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    [Fact]
    public async Task A_statement_joins_the_one_before_and_the_one_after()
    {
        using var client = tijdbank.Partner(partner);
        var (account, other) = (await tijdbank.AccountAsync(partner), await tijdbank.AccountAsync(partner));
        await BookAsync(
            new("2026-01-31T22:59:59.999Z", Systeemrekening.Uitgifte, account, 100),
            new("2026-01-31T23:00:00Z", Systeemrekening.Uitgifte, account, 50, "Koken"),
            new("2026-02-28T22:59:59Z", account, other, 30),
            new("2026-02-28T23:00:00Z", Systeemrekening.Uitgifte, account, 7));
        var february = await StatementAsync(client, account, "2026-02-01", "2026-02-28");

        Assert.Equal((100, 120), (Number(february, "beginsaldo"), Number(february, "eindsaldo")));
        Assert.Equal((50, 30), (Number(february, "totaalBij"), Number(february, "totaalAf")));
        Assert.Equal([(50, 150), (-30, 120)], Lines(february));
        Assert.Equal("Koken", february.GetProperty("items")[0].GetProperty("omschrijving").GetString());
        Assert.Equal("uitgifte", february.GetProperty("items")[0].GetProperty("tegenrekeningNaam").GetString());
        Assert.Equal("2026-02-01", february.GetProperty("items")[0].GetProperty("geboektDatum").GetString());
        Assert.Equal(other, february.GetProperty("items")[1].GetProperty("tegenrekeningId").GetGuid());
        Assert.False(february.GetProperty("voorlopig").GetBoolean());
        Assert.Equal(100, Number(await StatementAsync(client, account, "2026-01-01", "2026-01-31"), "eindsaldo"));
        Assert.Equal(120, Number(await StatementAsync(client, account, "2026-03-01", "2026-03-31"), "beginsaldo"));
    }

    [Theory]
    // Summer time begins: this day has 23 hours.
    [InlineData("2026-03-29", "2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z")]
    // Summer time ends: this day has 25.
    [InlineData("2026-10-25", "2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z")]
    [InlineData("2025-12-31", "2025-12-30T22:59:59Z", "2025-12-30T23:00:00Z", "2025-12-31T22:59:59Z", "2025-12-31T23:00:00Z")]
    [InlineData("2024-02-29", "2024-02-28T22:59:59Z", "2024-02-28T23:00:00Z", "2024-02-29T22:59:59Z", "2024-02-29T23:00:00Z")]
    public async Task A_day_runs_from_midnight_to_midnight_in_the_Netherlands(string day, string before, string first, string last, string after)
    {
        using var client = tijdbank.Partner(partner);
        var account = await tijdbank.AccountAsync(partner);
        await BookAsync(
            new(before, Systeemrekening.Uitgifte, account, 1), new(first, Systeemrekening.Uitgifte, account, 10),
            new(last, Systeemrekening.Uitgifte, account, 100), new(after, Systeemrekening.Uitgifte, account, 1000));

        Assert.Equal([(10, 11), (100, 111)], Lines(await StatementAsync(client, account, day, day)));
    }

    [Fact]
    public async Task A_booking_that_waited_past_midnight_behind_another_stands_in_the_new_day_and_balances_join()
    {
        using var client = tijdbank.Partner(partner);
        var account = await tijdbank.AccountAsync(partner);
        await BookAsync(
            new("2026-04-30T21:59:58Z", Systeemrekening.Uitgifte, account, 1), new("2026-04-30T22:00:01Z", Systeemrekening.Uitgifte, account, 10),
            new("2026-04-30T21:59:59Z", Systeemrekening.Uitgifte, account, 100), new("2026-04-30T22:00:02Z", Systeemrekening.Uitgifte, account, 1000));
        var (april, may) = (await StatementAsync(client, account, "2026-04-01", "2026-04-30"), await StatementAsync(client, account, "2026-05-01", "2026-05-31"));

        Assert.Equal([(1, 1)], Lines(april));
        Assert.Equal([(10, 11), (100, 111), (1000, 1111)], Lines(may));
        Assert.Equal(Number(april, "eindsaldo"), Number(may, "beginsaldo"));
    }

    [Fact]
    public async Task The_place_where_a_period_begins_is_the_first_row_booked_from_then_on()
    {
        var account = await tijdbank.AccountAsync(partner);
        var random = new Random(7);
        var start = new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);
        // Clocks and waiting shift a booking by up to two minutes among others that come every minute or so.
        var moments = Enumerable.Range(0, 300).Select(minute => start.AddMinutes(minute).AddSeconds(random.Next(-120, 120))).ToList();
        await BookAsync([.. moments.Select(moment => new Geboekt(moment.ToString("O"), Systeemrekening.Uitgifte, account, 1))]);
        var wrong = await tijdbank.ScalarAsync<long>(
            """
            with rijen as materialized (
              select o.volgnummer, o.geboekt_op from grootboek.overboeking o join grootboek.rekening r on r.nummer = o.naar where r.id = $1)
            select count(*) from generate_series($2::timestamptz, $2::timestamptz + interval '6 hours', interval '20 seconds') as t (op),
              grootboek.rekening r
            where r.id = $1 and grootboek.eerste_vanaf(r.nummer, t.op) is distinct from (
              select min(rijen.volgnummer) from rijen where rijen.geboekt_op >= t.op)
            """,
            account, start.AddMinutes(-30));

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task Pages_hold_every_line_once_and_only_the_first_adds_up()
    {
        using var client = tijdbank.Partner(partner);
        var account = await tijdbank.AccountAsync(partner);
        await BookAsync([.. Enumerable.Range(1, 25).Select(amount => new Geboekt("2026-05-05T10:00:00Z", Systeemrekening.Uitgifte, account, amount))]);
        List<long> seen = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await StatementAsync(client, account, "2026-05-05", "2026-05-05", $"&limit=10&cursor={cursor}");
            Assert.Equal(cursor.Length == 0, page.TryGetProperty("totaalBij", out _));
            seen.AddRange(Lines(page).Select(line => line.Bedrag));
            cursor = page.TryGetProperty("volgende", out var next) ? next.GetString() : null;
        }

        Assert.Equal(Enumerable.Range(1, 25).Select(amount => (long)amount), seen);
    }

    [Fact]
    public async Task An_account_in_cents_and_an_account_without_bookings()
    {
        using var client = tijdbank.Partner(partner);
        await using var connection = await tijdbank.Database.OpenConnectionAsync();
        var kas = await Data.RekeningStore.OpenOrganisatieAsync(connection, partner, Eenheid.Centen, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var empty = await StatementAsync(client, kas, "2026-01-01", "2026-12-31");
        await BookAsync(new Geboekt("2026-06-01T10:00:00Z", Systeemrekening.Storting, kas, 12345, Eenheid: Eenheid.Centen));
        var filled = await StatementAsync(client, kas, "2026-01-01", "2026-12-31");

        Assert.Equal((0, 0, 0, 0), (Number(empty, "beginsaldo"), Number(empty, "eindsaldo"), Number(empty, "totaalBij"), empty.GetProperty("items").GetArrayLength()));
        Assert.Equal(("centen", 12345), (filled.GetProperty("eenheid").GetString(), Number(filled, "eindsaldo")));
        Assert.True(filled.GetProperty("voorlopig").GetBoolean());
    }

    [Theory]
    [InlineData("van=2026-02-02&tot=2026-02-01", 422, "tijdbank.overzicht.periode-omgekeerd")]
    [InlineData("van=2024-01-01&tot=2025-01-01", 422, "tijdbank.overzicht.periode-te-lang")]
    [InlineData("van=0001-01-01&tot=0001-01-02", 422, "tijdbank.overzicht.periode-buiten-bereik")]
    [InlineData("van=9999-12-31&tot=9999-12-31", 422, "tijdbank.overzicht.periode-buiten-bereik")]
    [InlineData("van=2026-02-30&tot=2026-03-01", 400, "verzoek.onleesbaar")]
    [InlineData("van=gisteren&tot=vandaag", 400, "verzoek.onleesbaar")]
    [InlineData("van=2026-01-01", 400, "verzoek.onleesbaar")]
    [InlineData("van=2026-01-01&tot=2026-01-31&formaat=xlsx", 406, "tijdbank.overzicht.formaat-onbekend")]
    [InlineData("van=2026-01-01&tot=2026-01-31&cursor=abc", 400, "verzoek.cursor-ongeldig")]
    public async Task Periods_that_cannot_be(string query, int status, string code)
    {
        using var client = tijdbank.Partner(partner);
        var account = await tijdbank.AccountAsync(partner);
        var answer = await client.AskAsync($"/rekeningen/{account}/overzichten?{query}");

        Assert.Equal((status, code), (answer.Status, answer.Body.Code()));
    }

    [Fact]
    public async Task A_leap_year_is_one_statement_and_a_stranger_sees_none()
    {
        using var client = tijdbank.Partner(partner);
        using var stranger = tijdbank.Partner(TestId.Guid());
        var account = await tijdbank.AccountAsync(partner);
        var answer = await stranger.AskAsync($"/rekeningen/{account}/overzichten?van=2026-01-01&tot=2026-01-31");

        await StatementAsync(client, account, "2024-01-01", "2024-12-31");
        Assert.Equal((404, "tijdbank.rekening.onbekend"), (answer.Status, answer.Body.Code()));
    }

    private Task BookAsync(params Geboekt[] bookings) => Tijdlijn.BookAsync(tijdbank.Database, bookings);

    private static async Task<JsonElement> StatementAsync(HttpClient client, Guid account, string van, string tot, string more = "")
    {
        var (status, body) = await client.AskAsync($"/rekeningen/{account}/overzichten?van={van}&tot={tot}{more}");
        Assert.Equal(200, status);
        return body;
    }

    private static long Number(JsonElement body, string name) => body.GetProperty(name).GetInt64();

    private static IEnumerable<(long Bedrag, long SaldoNa)> Lines(JsonElement statement) =>
        statement.GetProperty("items").EnumerateArray().Select(line => (Number(line, "bedrag"), Number(line, "saldoNa")));
}

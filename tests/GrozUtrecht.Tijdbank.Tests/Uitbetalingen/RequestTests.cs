using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

[Collection(TijdbankCollection.Name)]
public sealed class RequestTests(TijdbankFixture tijdbank) : IDisposable
{
    private readonly Payouts payouts = new(tijdbank);

    public void Dispose() => payouts.Dispose();

    [Fact]
    public async Task A_request_holds_hours_counter_minutes_and_cents()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var hours = await payouts.HoursAsync(persoon, "2025-05-02", 90);
        using var answer = await payouts.AskAsync(persoon, 560, [hours], expenses: 160);
        var body = await answer.ReadObjectAsync();

        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal(("aangevraagd", 1_000L, 90), ((string)body["status"]!, (long)body["bedragCenten"]!, (int)body["duurMinuten"]!));
        Assert.Contains("€ 5,60 per uur vanaf 21 jaar", (string)body["uitleg"]!, StringComparison.Ordinal);
        Assert.Equal((90, 90, 10_000, 1_000, 1_000), await payouts.StateAsync(persoon));
        Assert.Equal((Guid)body["id"]!, await tijdbank.ScalarAsync<Guid>("select uitbetaling_id from urenregistratie where id = $1", hours));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task Hours_are_asked_once()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var hours = await payouts.HoursAsync(persoon, "2025-05-02");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => payouts.AskAsync(persoon, 500, [hours])));

        Assert.Single(answers, answer => (int)answer.StatusCode == 201);
        foreach (var answer in answers.Where(answer => (int)answer.StatusCode != 201))
            Assert.Equal("409 tijdbank.uitbetaling.uren-al-aangevraagd", await answer.ProblemAsync());
        Assert.Equal((60, 60, 10_000, 500, 500), await payouts.StateAsync(persoon));
    }

    [Fact]
    public async Task A_refusal_changes_nothing_and_explains()
    {
        await payouts.DepositAsync(100_000);
        var persoon = await payouts.PersonAsync();
        var hours = await payouts.HoursAsync(persoon, "2025-05-02", 1_440);
        var more = await payouts.HoursAsync(persoon, "2025-05-03", 1_440);
        using var answer = await payouts.AskAsync(persoon, 560, [hours, more]);
        var problem = await answer.ReadObjectAsync();

        Assert.Equal("tijdbank.uitbetaling.maandmaximum", (string?)problem["code"]);
        Assert.Contains("Het maximum voor de maand mei 2025 is € 210,00", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal((2_880, 0, 100_000, 0, 0), await payouts.StateAsync(persoon));
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from urenregistratie where uitbetaling_id is not null and persoon_id = $1", persoon));
    }

    [Fact]
    public async Task A_year_without_a_norm_is_refused_in_plain_words()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        using var answer = await payouts.AskAsync(persoon, 100, [await payouts.HoursAsync(persoon, "2026-01-02")]);
        var problem = await answer.ReadObjectAsync();
        Assert.Equal("tijdbank.uitbetaling.norm-ontbreekt", (string?)problem["code"]);
        Assert.StartsWith("Voor 2026 zijn de maximale vergoedingen nog niet ingevoerd.", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tegenprestatie_is_never_paid()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        using var answer = await payouts.AskAsync(persoon, 100, [await payouts.HoursAsync(persoon, "2025-01-02", kind: "tegenprestatie")]);
        Assert.Equal("422 tijdbank.uitbetaling.urensoort-niet-uitbetaalbaar", await answer.ProblemAsync());
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_paid()
    {
        await payouts.DepositAsync(100);
        var persoon = await payouts.PersonAsync();
        var hours = await payouts.HoursAsync(persoon, "2025-05-02");
        using var poor = await payouts.AskAsync(persoon, 500, [hours]);
        Assert.Equal("422 tijdbank.uitbetaling.kas-ontoereikend", await poor.ProblemAsync());

        await payouts.DepositAsync(10_000);
        var rekening = await tijdbank.ScalarAsync<Guid>("select id from grootboek.rekening where persoon_id = $1", persoon);
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), rekening, await tijdbank.AccountAsync(payouts.Partner), 1, payouts.Partner));
        using var spent = await payouts.AskAsync(persoon, 500, [hours]);
        Assert.Equal("422 tijdbank.uitbetaling.minuten-ontoereikend", await spent.ProblemAsync());
    }

    [Fact]
    public async Task Hours_that_are_not_this_persons_or_not_confirmed_or_only_counted_are_refused()
    {
        await payouts.DepositAsync(10_000);
        var (persoon, other) = (await payouts.PersonAsync(), await payouts.PersonAsync());
        var mine = await payouts.HoursAsync(persoon, "2025-05-02");
        using var foreign = await payouts.AskAsync(persoon, 500, [mine, await payouts.HoursAsync(other, "2025-05-02")]);
        using var unknown = await payouts.AskAsync(persoon, 500, [TestId.Guid()]);
        using var twice = await payouts.AskAsync(persoon, 500, [mine, mine]);
        using var nobody = await payouts.AskAsync(TestId.Guid(), 500, [mine]);
        Assert.Equal("422 tijdbank.uitbetaling.uren-onbekend", await foreign.ProblemAsync());
        Assert.Equal("422 tijdbank.uitbetaling.uren-onbekend", await unknown.ProblemAsync());
        Assert.Equal("422 tijdbank.uitbetaling.uren-dubbel", await twice.ProblemAsync());
        Assert.Equal("404 tijdbank.deelnemer.onbekend", await nobody.ProblemAsync());

        await tijdbank.ScalarAsync<Guid>(
            "update urenregistratie set rekening_id = (select id from grootboek.rekening where persoon_id = $2) where id = $1 returning id", mine, other);
        using var counted = await payouts.AskAsync(persoon, 500, [mine]);
        Assert.Equal("422 tijdbank.uitbetaling.niet-besteedbaar", await counted.ProblemAsync());
        await tijdbank.ScalarAsync<Guid>(
            "update urenregistratie set status = 'betwist', overboeking_id = null, rekening_id = null where id = $1 returning id", mine);
        using var disputed = await payouts.AskAsync(persoon, 500, [mine]);
        Assert.Equal("422 tijdbank.uitbetaling.uren-niet-bevestigd", await disputed.ProblemAsync());
    }

    [Theory]
    [InlineData("""{"persoonId":"019a0000-0000-7000-8000-000000000001","urenregistratieIds":[],"tariefCenten":100}""")]
    [InlineData("""{"persoonId":"019a0000-0000-7000-8000-000000000001","urenregistratieIds":["019a0000-0000-7000-8000-000000000001"],"tariefCenten":0}""")]
    [InlineData("""{"persoonId":"019a0000-0000-7000-8000-000000000001","urenregistratieIds":["019a0000-0000-7000-8000-000000000001"],"tariefCenten":10001}""")]
    [InlineData("""{"persoonId":"019a0000-0000-7000-8000-000000000001","urenregistratieIds":["019a0000-0000-7000-8000-000000000001"],"tariefCenten":1,"onkostenCenten":-1}""")]
    public async Task Impossible_requests_are_refused_before_anything_is_looked_up(string json)
    {
        using var answer = await payouts.Asker.SendTextAsync(HttpMethod.Post, "/tijdbank/v1/uitbetalingen", json);
        Assert.Equal("400 verzoek.ongeldig", await answer.ProblemAsync());
    }

    [Fact]
    public async Task Organisations_that_ask_at_the_same_time_stay_within_the_cap_together()
    {
        // Each of eight organisations asks € 50 for one person in one month, of which four fit in € 210.
        var persoon = await payouts.PersonAsync();
        var organisations = Enumerable.Range(0, 8).Select(_ => new Payouts(tijdbank)).ToList();
        var rekening = await tijdbank.ScalarAsync<Guid>("select id from grootboek.rekening where persoon_id = $1", persoon);
        var hours = new List<Guid>();
        foreach (var organisation in organisations)
        {
            await tijdbank.ScalarAsync<Guid>(
                "insert into rekening_toegang (rekening_id, partner_id, recht, verleend_op) values ($1, $2, 'beheer', now()) returning rekening_id",
                rekening, organisation.Partner);
            await organisation.DepositAsync(10_000);
            hours.Add(await organisation.HoursAsync(persoon, "2025-07-01", 600));
        }

        var answers = await Task.WhenAll(organisations.Select((organisation, index) => organisation.AskAsync(persoon, 500, [hours[index]])));

        Assert.Equal(4, answers.Count(answer => (int)answer.StatusCode == 201));
        foreach (var answer in answers.Where(answer => (int)answer.StatusCode != 201))
            Assert.Equal("422 tijdbank.uitbetaling.maandmaximum", await answer.ProblemAsync());
        Assert.Equal(20_000L, await tijdbank.ScalarAsync<long>("select centen from vergoedingsteller where persoon_id = $1 and maand = 7", persoon));
        Assert.Equal(20_000L, await tijdbank.ScalarAsync<long>("select centen from vergoedingsteller where persoon_id = $1 and maand = 0", persoon));
        organisations.ForEach(organisation => organisation.Dispose());
    }

    [Fact]
    public async Task The_table_itself_keeps_a_counter_under_its_cap()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        var failure = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => tijdbank.ScalarAsync<long>(
            "update vergoedingsteller set centen = 21001 where persoon_id = $1 and maand = 5 returning centen", persoon));
        Assert.Equal("23514", failure.SqlState);
    }

    [Fact]
    public async Task A_cap_that_is_almost_reached_is_told()
    {
        await payouts.DepositAsync(100_000);
        var persoon = await payouts.PersonAsync();
        using var answer = await payouts.AskAsync(persoon, 100, [await payouts.HoursAsync(persoon, "2025-05-02")], expenses: 16_700);
        var warning = (await answer.ReadObjectAsync())["waarschuwingen"]!.AsArray().Single();
        Assert.Equal("Let op: met deze uitbetaling is 80 procent van het maximum voor mei 2025 gebruikt (€ 168,00 van € 210,00).", (string?)warning);
    }
}

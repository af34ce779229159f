using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Preventiebudget;

[Collection(LifestyleService.Name)]
public sealed class PreventiebudgetTests(LifestyleFixture service)
{
    private const string Budgetten = "/lifestyle/v1/preventiebudgetten";

    [Fact]
    public async Task A_budget_is_drafted_changed_opened_topped_up_and_closed()
    {
        using var beheerder = Beheerder();
        using var drafted = await beheerder.SendJsonAsync(HttpMethod.Post, Budgetten, NewBudget());
        var address = drafted.Headers.Location!.ToString();
        var changed = NewBudget();
        changed["bedragCenten"] = 20_000;

        using var put = await beheerder.SendJsonAsync(HttpMethod.Put, address, changed, "\"1\"");
        using var opened = await beheerder.SendJsonAsync(HttpMethod.Post, $"{address}/opening", null, "\"2\"");
        using var more = await beheerder.SendJsonAsync(HttpMethod.Post, $"{address}/bijstellingen", Bijstelling(5_000));
        using var less = await beheerder.SendJsonAsync(HttpMethod.Post, $"{address}/bijstellingen", Bijstelling(-1_000));
        using var tooMuchLess = await beheerder.SendJsonAsync(HttpMethod.Post, $"{address}/bijstellingen", Bijstelling(-24_001));
        using var closed = await beheerder.SendJsonAsync(HttpMethod.Post, $"{address}/sluiting", null, "\"3\"");
        using var late = await beheerder.SendJsonAsync(HttpMethod.Post, $"{address}/bijstellingen", Bijstelling(1));

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("open", (string?)(await opened.ReadObjectAsync())["status"]);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (more.StatusCode, less.StatusCode));
        Assert.Equal("409 lifestyle.preventiebudget.vermindering-te-groot", await tooMuchLess.ProblemAsync());
        Assert.Equal("gesloten", (string?)(await closed.ReadObjectAsync())["status"]);
        Assert.Equal("409 lifestyle.preventiebudget.niet-open-voor-beheer", await late.ProblemAsync());
        using var stand = await beheerder.GetAsync($"{address}/stand");
        Assert.Equal(24_000, (int)(await stand.ReadObjectAsync())["vrijCenten"]!);
        var boekingen = await LifestyleFixture.ItemsAsync(beheerder, $"{address}/boekingen");
        Assert.Equal([("toezegging", 20_000), ("toezegging", 5_000), ("vermindering", 1_000)],
            boekingen.Select(boeking => ((string)boeking!["soort"]!, (int)boeking["bedragCenten"]!)));
    }

    [Fact]
    public async Task An_open_budget_may_pay_for_other_activities_and_nothing_else_of_it_changes()
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000);
        using var beheerder = wereld.Beheerder();
        using var found = await beheerder.GetAsync(wereld.Address);
        var agreed = BodyOf(await found.ReadObjectAsync());
        var body = agreed.DeepClone().AsObject();
        body["activiteitIds"] = new JsonArray(wereld.ActiviteitId);
        body["dimensies"] = new JsonArray();
        var other = agreed.DeepClone().AsObject();
        other["maximumPerPersoonCenten"] = 1;

        using var covered = await beheerder.SendJsonAsync(HttpMethod.Put, wereld.Address, body, "\"1\"");
        using var refused = await beheerder.SendJsonAsync(HttpMethod.Put, wereld.Address, other, "\"2\"");
        using var stale = await beheerder.SendJsonAsync(HttpMethod.Put, wereld.Address, body, "\"1\"");

        Assert.Equal(HttpStatusCode.OK, covered.StatusCode);
        Assert.Equal("409 lifestyle.preventiebudget.ligt-vast", await refused.ProblemAsync());
        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
    }

    [Theory]
    [InlineData("uzovi", "\"709\"", "400 verzoek.ongeldig")]
    [InlineData("bedragCenten", "0", "400 verzoek.ongeldig")]
    [InlineData("bedragCenten", "\"100\"", "400 verzoek.onleesbaar")]
    [InlineData("gebieden", "[\"atlantis\"]", "422 lifestyle.preventiebudget.gebied-onbekend")]
    [InlineData("activiteitIds", "[\"0198aaaa-0000-7000-8000-000000000009\"]", "422 lifestyle.preventiebudget.activiteit-onbekend")]
    [InlineData("totEnMetDatum", "\"2025-01-01\"", "422 lifestyle.preventiebudget.periode-omgekeerd")]
    [InlineData("totEnMetDatum", "\"2029-01-01\"", "422 lifestyle.preventiebudget.periode-te-lang")]
    [InlineData("dimensies", "[]", "422 lifestyle.preventiebudget.niets-gekozen")]
    [InlineData("dimensies", "[\"meedoen\",\"meedoen\"]", "422 lifestyle.preventiebudget.dubbel")]
    [InlineData("eigenBijdrage", "{\"soort\":\"procent\",\"waarde\":100}", "422 lifestyle.preventiebudget.eigen-bijdrage-ongeldig")]
    [InlineData("naam", "\"Polis van 111222333\"", "422 lifestyle.tekst.bsn")]
    public async Task An_agreement_that_cannot_be_is_refused(string field, string json, string problem)
    {
        using var beheerder = Beheerder();
        var body = NewBudget();
        body[field] = JsonNode.Parse(json);

        using var response = await beheerder.SendJsonAsync(HttpMethod.Post, Budgetten, body);

        Assert.Equal(problem, await response.ProblemAsync());
    }

    [Fact]
    public async Task The_budget_of_another_partner_does_not_exist_and_without_its_scope_nothing_does()
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000);
        using var other = Beheerder();
        using var without = service.Partner(wereld.PartnerId);

        foreach (var (method, path) in ((HttpMethod, string)[])[
            (HttpMethod.Get, ""), (HttpMethod.Get, "/stand"), (HttpMethod.Get, "/boekingen"), (HttpMethod.Get, "/declaraties"), (HttpMethod.Post, "/opening"),
            (HttpMethod.Post, $"/bestedingen/{TestId.Guid()}/terugdraaiing"), (HttpMethod.Delete, "/leden/0123456789ABCDEF")])
        {
            using var hidden = await other.SendJsonAsync(method, wereld.Address + path, null, "\"1\"");
            using var refused = await without.SendJsonAsync(method, wereld.Address + path, null, "\"1\"");
            Assert.Equal("404 lifestyle.preventiebudget.onbekend", await hidden.ProblemAsync());
            Assert.Equal("403 toegang.scope-ontbreekt", await refused.ProblemAsync());
        }

        Assert.Empty(await LifestyleFixture.ItemsAsync(other, Budgetten));
    }

    [Fact]
    public async Task A_member_keeps_one_reference_until_it_is_forgotten_who_that_is()
    {
        var wereld = await new Budgetwereld(service).WithAsync(5_000);
        using var beheerder = wereld.Beheerder();
        var persoon = TestId.Guid();
        var body = new JsonObject { ["persoonId"] = persoon };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(async _ => await (await beheerder.SendJsonAsync(HttpMethod.Post, $"{wereld.Address}/leden", body.DeepClone())).ReadObjectAsync()));
        using var kept = await beheerder.SendJsonAsync(HttpMethod.Post, $"{wereld.Address}/leden", body, key: TestId.New());
        var lidkenmerk = Assert.Single(answers.Select(answer => (string)answer["lidkenmerk"]!).Distinct());
        Assert.Null(await wereld.ReserveAsync(await wereld.DeelnameAsync(), persoon));
        using var removed = await beheerder.DeleteAsync($"{wereld.Address}/leden/{lidkenmerk}");
        using var again = await beheerder.DeleteAsync($"{wereld.Address}/leden/{lidkenmerk}");

        Assert.Equal("400 lifestyle.preventiebudget.sleutel-geweigerd", await kept.ProblemAsync());
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal("404 lifestyle.preventiebudget.lid-onbekend", await again.ProblemAsync());
        Assert.Equal("lifestyle.preventiebudget.geen-lid", (await wereld.ReserveAsync(await wereld.DeelnameAsync(), persoon))!.Code);
        Assert.Equal((4_000, 1_000, 0, 0, 0), await wereld.StandAsync());
    }

    [Fact]
    public async Task The_number_of_members_is_shown_from_fifteen_on()
    {
        var wereld = await new Budgetwereld(service).WithAsync(100_000);
        using var beheerder = wereld.Beheerder();
        var leden = await wereld.LedenAsync(15);
        foreach (var lid in leden.Skip(1))
            await wereld.BesteedAsync(lid);

        using var before = await beheerder.GetAsync($"{wereld.Address}/stand");
        await wereld.BesteedAsync(leden[0], new DateOnly(2026, 7, 1));
        using var after = await beheerder.GetAsync($"{wereld.Address}/stand");

        Assert.Null((await before.ReadObjectAsync())["aantalLeden"]);
        var stand = await after.ReadObjectAsync();
        Assert.Equal((15, 15_000, 85_000), ((int)stand["aantalLeden"]!, (int)stand["besteedCenten"]!, (int)stand["vrijCenten"]!));
        Assert.Equal("""[{"maand":"2026-06","besteedCenten":14000},{"maand":"2026-07","besteedCenten":1000}]""", stand["maanden"]!.ToJsonString());
        Assert.Equal("""[{"dimensie":"zingeving","besteedCenten":15000}]""", stand["dimensies"]!.ToJsonString());
    }

    private HttpClient Beheerder() => service.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:preventiebudget");

    private static JsonObject Bijstelling(int centen) => new() { ["bedragCenten"] = centen, ["reden"] = "Besluit 12" };

    private static JsonObject BodyOf(JsonObject answer)
    {
        foreach (var name in (ReadOnlySpan<string>)["id", "status", "aangemaaktOp", "gewijzigdOp", "geopendOp", "geslotenOp"])
            answer.Remove(name);
        return answer;
    }

    private static JsonObject NewBudget() => new()
    {
        ["naam"] = "Meedoen in Nieuwegein",
        ["verzekeraar"] = "VGZ",
        ["uzovi"] = "7095",
        ["gemeente"] = "Nieuwegein",
        ["gebieden"] = new JsonArray("nieuwegein"),
        ["vanDatum"] = "2026-01-01",
        ["totEnMetDatum"] = "2026-12-31",
        ["bedragCenten"] = 10_000,
        ["maximumPerPersoonCenten"] = 5_000,
        ["activiteitIds"] = new JsonArray(),
        ["dimensies"] = new JsonArray("meedoen"),
        ["eigenBijdrage"] = new JsonObject { ["soort"] = "vast", ["waarde"] = 250 },
        ["bijNietVerschijnen"] = "besteden",
        ["afmeldenTotUren"] = 24,
    };
}

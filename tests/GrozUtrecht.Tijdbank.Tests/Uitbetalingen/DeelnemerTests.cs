using System.Text.Json.Nodes;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

[Collection(TijdbankCollection.Name)]
public sealed class DeelnemerTests(TijdbankFixture tijdbank)
{
    private const string Iban = "NL91 ABNA 0417 1643 00";

    private readonly Guid partner = TestId.Guid();
    private readonly Guid persoon = TestId.Guid();

    [Fact]
    public async Task Age_and_area_are_kept_for_who_manages_the_account()
    {
        await tijdbank.AccountAsync(partner, persoonId: persoon);
        using var client = tijdbank.Partner(partner);
        using var saved = await PutAsync(client, $"deelnemers/{persoon}", new JsonObject { ["geboortedatum"] = "2004-02-29", ["postcode"] = "3526" });
        using var get = await client.GetAsync($"/tijdbank/v1/deelnemers/{persoon}");
        var found = await get.ReadObjectAsync();

        Assert.Equal(200, (int)saved.StatusCode);
        Assert.Equal(("2004-02-29", "3526"), ((string?)found["geboortedatum"], (string?)found["postcode"]));
    }

    [Fact]
    public async Task Who_does_not_manage_the_account_learns_and_changes_nothing()
    {
        await tijdbank.AccountAsync(partner, persoonId: persoon);
        var viewer = TestId.Guid();
        await tijdbank.AccountAsync(viewer, persoonId: persoon);
        foreach (var stranger in new[] { viewer, TestId.Guid() })
        {
            using var client = tijdbank.Partner(stranger);
            using var get = await client.GetAsync($"/tijdbank/v1/deelnemers/{persoon}");
            using var put = await PutAsync(client, $"deelnemers/{persoon}", new JsonObject { ["postcode"] = "3526" });
            using var iban = await PutAsync(client, $"begunstigden/{persoon}", Payee());
            using var payee = await client.GetAsync($"/tijdbank/v1/begunstigden/{persoon}");
            foreach (var answer in new[] { get, put, iban, payee })
                Assert.Equal("404 tijdbank.deelnemer.onbekend", await answer.ProblemAsync());
        }

        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from deelnemer where persoon_id = $1", persoon));
    }

    [Theory]
    [InlineData("""{"postcode":"1000"}""", "422 tijdbank.deelnemer.postcode-onbekend")]
    [InlineData("""{"postcode":"3526 AB"}""", "400 verzoek.ongeldig")]
    [InlineData("""{"geboortedatum":"1899-12-31"}""", "422 tijdbank.deelnemer.geboortedatum-ongeldig")]
    [InlineData("""{"geboortedatum":"2099-01-01"}""", "422 tijdbank.deelnemer.geboortedatum-ongeldig")]
    [InlineData("""{"geboortedatum":"2025-02-29"}""", "400 verzoek.onleesbaar")]
    public async Task Impossible_data_is_refused(string json, string problem)
    {
        await tijdbank.AccountAsync(partner, persoonId: persoon);
        using var client = tijdbank.Partner(partner);
        using var answer = await client.SendTextAsync(HttpMethod.Put, $"/tijdbank/v1/deelnemers/{persoon}", json);
        Assert.Equal(problem, await answer.ProblemAsync());
    }

    [Fact]
    public async Task Name_and_bank_account_are_sealed_and_only_the_end_is_shown()
    {
        await tijdbank.AccountAsync(partner, persoonId: persoon);
        using var client = tijdbank.Partner(partner);
        using var saved = await PutAsync(client, $"begunstigden/{persoon}", Payee());
        using var get = await client.GetAsync($"/tijdbank/v1/begunstigden/{persoon}");
        var text = await get.Content.ReadAsStringAsync();

        Assert.Equal(200, (int)saved.StatusCode);
        Assert.Equal($$"""{"persoonId":"{{persoon}}","ibanEinde":"4300"}""", text);
        var stored = await tijdbank.ScalarAsync<string>(
            "select encode(naam_verzegeld || iban_verzegeld, 'escape') from begunstigde where persoon_id = $1", persoon);
        Assert.DoesNotContain("ABNA", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jansen", "NL91ABNA0417164301", "422 tijdbank.begunstigde.iban-ongeldig")]
    [InlineData("王小明", Iban, "422 tijdbank.begunstigde.naam-ongeldig")]
    [InlineData("Jansen 111222333", Iban, "422 tijdbank.begunstigde.naam-ongeldig")]
    [InlineData("Jan\nsen", Iban, "400 verzoek.ongeldig")]
    [InlineData("", Iban, "400 verzoek.ongeldig")]
    public async Task A_payee_that_no_bank_can_pay_is_refused(string naam, string iban, string problem)
    {
        await tijdbank.AccountAsync(partner, persoonId: persoon);
        using var client = tijdbank.Partner(partner);
        using var answer = await PutAsync(client, $"begunstigden/{persoon}", new JsonObject { ["naam"] = naam, ["iban"] = iban });
        Assert.Equal(problem, await answer.ProblemAsync());
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from begunstigde where persoon_id = $1", persoon));
    }

    [Fact]
    public async Task A_removed_person_leaves_nothing_when_nothing_was_paid()
    {
        await tijdbank.AccountAsync(partner, persoonId: persoon);
        using var client = tijdbank.Partner(partner);
        (await PutAsync(client, $"deelnemers/{persoon}", new JsonObject { ["postcode"] = "3526" })).Dispose();
        (await PutAsync(client, $"begunstigden/{persoon}", Payee())).Dispose();
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(new PersoonVerwijderd { PersoonId = persoon, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() }, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the removal to be handled");

        Assert.Equal(0L, await tijdbank.ScalarAsync<long>(
            "select (select count(*) from deelnemer where persoon_id = $1) + (select count(*) from begunstigde where persoon_id = $1)", persoon));
    }

    private static JsonObject Payee() => new() { ["naam"] = "A. Jansen", ["iban"] = Iban };

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string path, JsonObject body) =>
        client.SendJsonAsync(HttpMethod.Put, $"/tijdbank/v1/{path}", body);
}

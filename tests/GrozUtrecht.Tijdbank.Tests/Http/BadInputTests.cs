using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Http;

/// <summary>Every wrong request gets its documented code, and no minute moves.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class BadInputTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    [Theory]
    [InlineData("0", 400, "verzoek.ongeldig")]
    [InlineData("-60", 400, "verzoek.ongeldig")]
    [InlineData("10081", 400, "verzoek.ongeldig")]
    [InlineData("99999999999", 400, "verzoek.onleesbaar")]
    [InlineData("1.5", 400, "verzoek.onleesbaar")]
    [InlineData("\"60\"", 400, "verzoek.onleesbaar")]
    [InlineData("null", 400, "verzoek.onleesbaar")]
    [InlineData("101", 422, "tijdbank.overboeking.saldo-ontoereikend")]
    public Task Minutes_that_cannot_be(string minutes, int status, string code) =>
        RefusedAsync($$"""{"vanRekeningId":"VAN","naarRekeningId":"NAAR","duurMinuten":{{minutes}}}""", status, code);

    [Theory]
    [InlineData("VAN", "VAN", 422, "tijdbank.overboeking.zelfde-rekening")]
    [InlineData("VAN", "ONBEKEND", 422, "tijdbank.overboeking.rekening-onbekend")]
    [InlineData("ONBEKEND", "NAAR", 422, "tijdbank.overboeking.rekening-onbekend")]
    [InlineData("VREEMD", "NAAR", 422, "tijdbank.overboeking.rekening-onbekend")]
    [InlineData("VAN", "VREEMD", 422, "tijdbank.overboeking.rekening-onbekend")]
    [InlineData("UITGIFTE", "NAAR", 422, "tijdbank.overboeking.rekening-onbekend")]
    [InlineData("VAN", "jan", 400, "verzoek.onleesbaar")]
    public Task Accounts_that_cannot_be(string van, string naar, int status, string code) =>
        RefusedAsync($$"""{"vanRekeningId":"{{van}}","naarRekeningId":"{{naar}}","duurMinuten":5}""", status, code);

    [Theory]
    [InlineData("\"rente\":3", 400, "verzoek.onleesbaar")]
    [InlineData("\"duurMinuten\":6", 400, "verzoek.onleesbaar")]
    [InlineData("\"omschrijving\":\"\"", 400, "verzoek.ongeldig")]
    [InlineData("\"omschrijving\":\"a\\u0000b\"", 400, "verzoek.ongeldig")]
    [InlineData("\"omschrijving\":\"voor 111222333\"", 422, "tijdbank.overboeking.omschrijving-met-bsn")]
    [InlineData("\"id\":\"00000000-0000-0000-0000-000000000000\"", 422, "tijdbank.overboeking.id-ongeldig")]
    [InlineData("\"id\":\"67b6fd4f-860f-87b0-b101-8f2be70bf5c8\"", 422, "tijdbank.overboeking.id-ongeldig")]
    [InlineData("\"id\":", 400, "verzoek.onleesbaar")]
    public Task Members_that_cannot_be(string member, int status, string code) =>
        RefusedAsync($$"""{"vanRekeningId":"VAN","naarRekeningId":"NAAR","duurMinuten":5,{{member}}}""", status, code);

    [Fact]
    public Task A_text_that_is_too_long() =>
        RefusedAsync(
            $$"""{"vanRekeningId":"VAN","naarRekeningId":"NAAR","duurMinuten":5,"omschrijving":"{{new string('a', 201)}}"}""", 400, "verzoek.ongeldig");

    [Theory]
    [InlineData("{}", 400, "verzoek.onleesbaar")]
    [InlineData("""{"persoonId":null}""", 400, "verzoek.onleesbaar")]
    [InlineData("""{"persoonId":"019a0000-0000-7000-8000-000000000001","naam":"Jan"}""", 400, "verzoek.onleesbaar")]
    [InlineData("""{"persoonId":"00000000-0000-0000-0000-000000000000"}""", 422, "tijdbank.rekening.persoon-ontbreekt")]
    public async Task A_wrong_account_is_not_opened(string json, int expectedStatus, string code)
    {
        using var client = tijdbank.Partner(partner);
        var (status, body) = await client.SendAsync("/rekeningen", json);
        Assert.Equal((expectedStatus, code), (status, body.Code()));
        Assert.Equal(0, (await client.AskAsync("/rekeningen")).Body.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Reading_and_writing_each_ask_their_own_scope()
    {
        using var reader = tijdbank.ClientFor(partner, "tijdbank:lezen");
        using var writer = tijdbank.ClientFor(partner, "tijdbank:schrijven");
        using var other = tijdbank.ClientFor(partner, "support:lezen", "support:schrijven");
        var json = $$"""{"persoonId":"{{TestId.Guid()}}"}""";

        var refusals = new[] { await reader.SendAsync("/rekeningen", json), await writer.AskAsync("/rekeningen"), await other.AskAsync("/rekeningen") };
        Assert.All(refusals, refusal => Assert.Equal((403, "toegang.scope-ontbreekt"), (refusal.Status, refusal.Body.Code())));
    }

    [Fact]
    public async Task Without_a_valid_token_nothing_is_told()
    {
        using var anonymous = tijdbank.CreateClient();
        using var expired = tijdbank.ClientWith(tijdbank.Issuer.ExpiredToken(partner, "tijdbank:lezen"));
        Assert.Equal(401, (await anonymous.AskAsync("/rekeningen")).Status);
        Assert.Equal(401, (await expired.AskAsync("/rekeningen")).Status);
    }

    private async Task RefusedAsync(string template, int expectedStatus, string code)
    {
        var (van, naar) = (await tijdbank.AccountAsync(partner, balanceMinutes: 100), await tijdbank.AccountAsync(partner));
        var strange = await tijdbank.AccountAsync(TestId.Guid(), balanceMinutes: 100);
        var json = template.Replace("VAN", van.ToString(), StringComparison.Ordinal)
            .Replace("NAAR", naar.ToString(), StringComparison.Ordinal)
            .Replace("VREEMD", strange.ToString(), StringComparison.Ordinal)
            .Replace("ONBEKEND", TestId.Guid().ToString(), StringComparison.Ordinal)
            .Replace("UITGIFTE", "00000000-0000-7000-8000-000000000001", StringComparison.Ordinal);
        using var client = tijdbank.Partner(partner);

        var (status, body) = await client.SendAsync("/overboekingen", json);

        Assert.Equal((expectedStatus, code), (status, body.Code()));
        Assert.Equal(
            (100L, 0L, 100L), (await tijdbank.BalanceAsync(van), await tijdbank.BalanceAsync(naar), await tijdbank.BalanceAsync(strange)));
    }
}

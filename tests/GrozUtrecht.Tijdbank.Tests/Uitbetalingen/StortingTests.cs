using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

[Collection(TijdbankCollection.Name)]
public sealed class StortingTests(TijdbankFixture tijdbank) : IDisposable
{
    private readonly Payouts payouts = new(tijdbank);

    public void Dispose() => payouts.Dispose();

    [Fact]
    public async Task The_same_bank_reference_is_the_same_money()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => DepositAsync(payouts.Treasurer, 2_500, "REF-1")));
        using var other = await DepositAsync(payouts.Treasurer, 2_501, "REF-1");
        using var colleague = new Payouts(tijdbank);
        using var theirs = await DepositAsync(colleague.Treasurer, 9_900, "REF-1");

        Assert.Single(answers, answer => (int)answer.StatusCode == 201);
        Assert.Equal(4, answers.Count(answer => (int)answer.StatusCode == 200));
        Assert.Equal("409 tijdbank.storting.referentie-gebruikt", await other.ProblemAsync());
        Assert.Equal(201, (int)theirs.StatusCode);
        var rekening = (Guid)(await answers[0].ReadObjectAsync())["rekeningId"]!;
        Assert.Equal(2_500, await tijdbank.BalanceAsync(rekening));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Theory]
    [InlineData(0, "REF", "400 verzoek.ongeldig")]
    [InlineData(-1, "REF", "400 verzoek.ongeldig")]
    [InlineData(100, "", "400 verzoek.ongeldig")]
    [InlineData(100, "<x>", "400 verzoek.ongeldig")]
    public async Task A_deposit_of_nothing_or_without_a_reference_is_refused(int cents, string reference, string problem)
    {
        using var answer = await DepositAsync(payouts.Treasurer, cents, reference);
        Assert.Equal(problem, await answer.ProblemAsync());
    }

    [Fact]
    public async Task Only_the_treasurer_keeps_the_cash()
    {
        using var deposit = await DepositAsync(payouts.Asker, 100, "REF-2");
        using var account = await payouts.Asker.SendJsonAsync(
            HttpMethod.Put, "/tijdbank/v1/betaalrekening", new JsonObject { ["naam"] = "X", ["iban"] = "NL91ABNA0417164300" });
        using var batch = await payouts.PostAsync(payouts.Asker, "/betaalbatches");
        foreach (var answer in new[] { deposit, account, batch })
            Assert.Equal("403 toegang.scope-ontbreekt", await answer.ProblemAsync());
    }

    private static Task<HttpResponseMessage> DepositAsync(HttpClient client, int cents, string reference) => client.SendJsonAsync(
        HttpMethod.Post, "/tijdbank/v1/stortingen", new JsonObject { ["bedragCenten"] = cents, ["bankreferentie"] = reference });
}

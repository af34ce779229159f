using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Http;

[Collection(TijdbankCollection.Name)]
public sealed class OverboekingTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    [Fact]
    public async Task A_transfer_moves_minutes_and_can_be_read_back()
    {
        var (van, naar) = await PairAsync(100);
        using var client = tijdbank.Partner(partner);
        using var stranger = tijdbank.Partner(TestId.Guid());
        var id = TestId.Guid();
        var (status, body) = await client.SendAsync("/overboekingen", Body(van, naar, 60, id));

        Assert.Equal((201, id), (status, body.Id()));
        Assert.Equal((40L, 60L), (await tijdbank.BalanceAsync(van), await tijdbank.BalanceAsync(naar)));
        var read = await client.AskAsync($"/overboekingen/{id}");
        Assert.Equal((200, 60), (read.Status, read.Body.GetProperty("duurMinuten").GetInt32()));
        Assert.Equal(404, (await stranger.AskAsync($"/overboekingen/{id}")).Status);
    }

    [Fact]
    public async Task A_retry_gets_the_first_answer_and_other_content_a_conflict()
    {
        var (van, naar) = await PairAsync(100);
        using var client = tijdbank.Partner(partner);
        var id = TestId.Guid();
        var first = await client.SendAsync("/overboekingen", Body(van, naar, 60, id));
        var again = await client.SendAsync("/overboekingen", Body(van, naar, 60, id));
        var other = await client.SendAsync("/overboekingen", Body(van, naar, 61, id));

        Assert.Equal((201, first.Body.GetRawText()), (again.Status, again.Body.GetRawText()));
        Assert.Equal((409, "tijdbank.overboeking.id-andere-inhoud"), (other.Status, other.Body.Code()));
        Assert.Equal(40, await tijdbank.BalanceAsync(van));
    }

    [Fact]
    public async Task A_refusal_is_remembered_though_the_request_failed()
    {
        var (van, naar) = await PairAsync(10);
        using var client = tijdbank.Partner(partner);
        var id = TestId.Guid();
        var first = await client.SendAsync("/overboekingen", Body(van, naar, 60, id));
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), Systeemrekening.Uitgifte, van, 500, partnerId: null));
        var again = await client.SendAsync("/overboekingen", Body(van, naar, 60, id));

        Assert.Equal((422, "tijdbank.overboeking.saldo-ontoereikend"), (first.Status, first.Body.Code()));
        Assert.Equal((422, "tijdbank.overboeking.saldo-ontoereikend"), (again.Status, again.Body.Code()));
        Assert.Equal(510, await tijdbank.BalanceAsync(van));
    }

    [Fact]
    public async Task Without_an_id_the_idempotency_key_makes_a_transfer_happen_once()
    {
        var (van, naar) = await PairAsync(100);
        using var client = tijdbank.Partner(partner);
        var key = TestId.New();
        var first = await client.SendAsync("/overboekingen", Body(van, naar, 30), key);

        // As after a crash between booking and keeping the answer: the key is unknown, the transfer is not.
        await tijdbank.ScalarAsync<string>("delete from platform.idempotency where key = $1 returning key", key);
        var again = await client.SendAsync("/overboekingen", Body(van, naar, 30), key);

        Assert.Equal((201, first.Body.GetRawText()), (again.Status, again.Body.GetRawText()));
        Assert.Equal(70, await tijdbank.BalanceAsync(van));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var (van, naar) = await PairAsync(100);
        using var client = tijdbank.Partner(partner);
        var key = TestId.New();
        await client.SendAsync("/overboekingen", Body(van, naar, 30), key);
        var other = await client.SendAsync("/overboekingen", Body(van, naar, 31), key);

        Assert.Equal((422, "verzoek.sleutel-hergebruikt"), (other.Status, other.Body.Code()));
        Assert.Equal(70, await tijdbank.BalanceAsync(van));
    }

    private static string Body(Guid van, Guid naar, int minutes, Guid? id = null)
    {
        var chosen = id is null ? "" : $""","id":"{id}" """;
        return $$"""{"vanRekeningId":"{{van}}","naarRekeningId":"{{naar}}","duurMinuten":{{minutes}}{{chosen}}}""";
    }

    private async Task<(Guid Van, Guid Naar)> PairAsync(int balanceMinutes) =>
        (await tijdbank.AccountAsync(partner, balanceMinutes), await tijdbank.AccountAsync(partner));
}

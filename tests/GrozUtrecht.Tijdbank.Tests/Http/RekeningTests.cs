using System.Text.Json;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Http;

[Collection(TijdbankCollection.Name)]
public sealed class RekeningTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    [Fact]
    public async Task A_person_has_one_account_however_often_it_is_opened()
    {
        using var client = tijdbank.Partner(partner);
        var json = $$"""{"persoonId":"{{TestId.Guid()}}"}""";
        var first = await client.SendAsync("/rekeningen", json);
        var second = await client.SendAsync("/rekeningen", json);

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(first.Body.Id(), second.Body.Id());
        Assert.Equal(0, second.Body.GetProperty("saldoMinuten").GetInt64());
        Assert.Equal("beheer", second.Body.GetProperty("recht").GetString());
    }

    [Fact]
    public async Task An_account_opened_many_times_at_once_is_opened_once()
    {
        using var client = tijdbank.Partner(partner);
        var json = $$"""{"persoonId":"{{TestId.Guid()}}"}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.SendAsync("/rekeningen", json)));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Single(answers.Select(answer => answer.Body.Id()).Distinct());
    }

    [Fact]
    public async Task Another_partners_account_does_not_exist_for_you()
    {
        var persoon = TestId.Guid();
        var rekening = await tijdbank.AccountAsync(partner, persoonId: persoon);
        using var stranger = tijdbank.Partner(TestId.Guid());

        foreach (var path in new[] { $"/rekeningen/{rekening}", $"/rekeningen/{rekening}/mutaties" })
        {
            var (status, body) = await stranger.AskAsync(path);
            Assert.Equal((404, "tijdbank.rekening.onbekend"), (status, body.Code()));
        }

        var list = await stranger.AskAsync($"/rekeningen?persoonId={persoon}");
        Assert.Equal(0, list.Body.GetProperty("items").GetArrayLength());
        var open = await stranger.SendAsync("/rekeningen", $$"""{"persoonId":"{{persoon}}"}""");
        Assert.Equal((409, "tijdbank.rekening.geen-toegang"), (open.Status, open.Body.Code()));
    }

    [Fact]
    public async Task A_partner_for_which_hours_were_booked_sees_the_account_and_cannot_spend_from_it()
    {
        var (persoon, later) = (TestId.Guid(), TestId.Guid());
        var rekening = await tijdbank.AccountAsync(partner, balanceMinutes: 60, persoon);
        await tijdbank.AccountAsync(later, persoonId: persoon);
        var own = await tijdbank.AccountAsync(later);
        using var client = tijdbank.Partner(later);

        var (status, body) = await client.AskAsync($"/rekeningen/{rekening}");
        Assert.Equal((200, "inzage"), (status, body.GetProperty("recht").GetString()));
        var spent = await client.SendAsync("/overboekingen", $$"""{"vanRekeningId":"{{rekening}}","naarRekeningId":"{{own}}","duurMinuten":10}""");
        Assert.Equal((403, "tijdbank.overboeking.rekening-niet-van-u"), (spent.Status, spent.Body.Code()));
        Assert.Equal(60, await tijdbank.BalanceAsync(rekening));
    }

    [Fact]
    public async Task Accounts_are_listed_in_pages()
    {
        var ids = new HashSet<Guid>();
        for (var index = 0; index < 5; index++)
            ids.Add(await tijdbank.AccountAsync(partner));
        using var client = tijdbank.Partner(partner);

        var listed = await PagesAsync(client, "/rekeningen?limit=2");
        Assert.Equal(5, listed.Count);
        Assert.True(ids.SetEquals(listed.Select(item => item.Id())));
    }

    [Fact]
    public async Task A_statement_is_newest_first_and_names_each_balance()
    {
        var a = await tijdbank.AccountAsync(partner, balanceMinutes: 100);
        var b = await tijdbank.AccountAsync(partner);
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), a, b, 70, partner, "Tuin"));
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), b, a, 20, partner));
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), a, b, 5, partner));
        using var client = tijdbank.Partner(partner);

        var lines = await PagesAsync(client, $"/rekeningen/{a}/mutaties?limit=2");

        Assert.Equal(
            [(-5, 45L), (20, 50L), (-70, 30L), (100, 100L)],
            lines.Select(line => (line.GetProperty("mutatieMinuten").GetInt32(), line.GetProperty("saldoNaMinuten").GetInt64())));
        Assert.Equal("Tuin", lines[2].GetProperty("omschrijving").GetString());
        Assert.Equal(b, lines[0].GetProperty("tegenrekeningId").GetGuid());
    }

    [Theory]
    [InlineData("/rekeningen?cursor=%21", 400, "verzoek.cursor-ongeldig")]
    [InlineData("/rekeningen?limit=0", 400, "verzoek.ongeldig")]
    [InlineData("/rekeningen?limit=101", 400, "verzoek.ongeldig")]
    [InlineData("/rekeningen?persoonId=jan", 400, "verzoek.onleesbaar")]
    [InlineData("/rekeningen/019a0000-0000-7000-8000-00000000dead", 404, "tijdbank.rekening.onbekend")]
    [InlineData("/overboekingen/019a0000-0000-7000-8000-00000000dead", 404, "tijdbank.overboeking.onbekend")]
    public async Task A_question_that_makes_no_sense_is_refused(string path, int expectedStatus, string code)
    {
        using var client = tijdbank.Partner(partner);
        var (status, body) = await client.AskAsync(path);
        Assert.Equal((expectedStatus, code), (status, body.Code()));
    }

    [Fact]
    public async Task A_statement_refuses_a_cursor_that_is_none_of_its_own()
    {
        var rekening = await tijdbank.AccountAsync(partner);
        using var client = tijdbank.Partner(partner);
        var (status, body) = await client.AskAsync($"/rekeningen/{rekening}/mutaties?cursor=YWJj");
        Assert.Equal((400, "verzoek.cursor-ongeldig"), (status, body.Code()));
    }

    private static async Task<List<JsonElement>> PagesAsync(HttpClient client, string path)
    {
        var items = new List<JsonElement>();
        var next = path;
        while (next is not null)
        {
            var (status, page) = await client.AskAsync(next);
            Assert.Equal(200, status);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.TryGetProperty("volgende", out var cursor) ? $"{path}&cursor={cursor.GetString()}" : null;
        }

        return items;
    }
}

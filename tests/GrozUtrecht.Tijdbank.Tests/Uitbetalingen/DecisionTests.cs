using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

[Collection(TijdbankCollection.Name)]
public sealed class DecisionTests(TijdbankFixture tijdbank) : IDisposable
{
    private readonly Payouts payouts = new(tijdbank);

    public void Dispose() => payouts.Dispose();

    [Fact]
    public async Task Who_asked_does_not_approve_whatever_scopes_there_are()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var id = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"), approved: false);
        using var same = payouts.Client("aanvrager", "tijdbank:goedkeuren");
        using var own = await payouts.PostAsync(same, $"/uitbetalingen/{id}/goedkeuring");
        using var without = await payouts.PostAsync(payouts.Asker, $"/uitbetalingen/{id}/goedkeuring");

        Assert.Equal("403 tijdbank.uitbetaling.vier-ogen", await own.ProblemAsync());
        Assert.Equal("403 toegang.scope-ontbreekt", await without.ProblemAsync());
        Assert.Equal("aangevraagd", await payouts.StatusAsync(id));
        var failure = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => tijdbank.ScalarAsync<Guid>(
            "update uitbetaling set status = 'goedgekeurd', goedgekeurd_door = aangevraagd_door, goedgekeurd_op = now() where id = $1 returning id", id));
        Assert.Equal("23514", failure.SqlState);
    }

    [Fact]
    public async Task Another_bank_account_asks_for_another_approval_by_somebody_who_did_not_write_it_down()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var id = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));

        await payouts.PayeeAsync(payouts.Treasurer, persoon, "NL91ABNA0417164300");
        Assert.Equal("goedgekeurd", await payouts.StatusAsync(id));
        await payouts.PayeeAsync(payouts.Treasurer, persoon, "BE68539007547034");
        Assert.Equal("aangevraagd", await payouts.StatusAsync(id));
        using var own = await payouts.PostAsync(payouts.Treasurer, $"/uitbetalingen/{id}/goedkeuring");
        Assert.Equal("403 tijdbank.uitbetaling.vier-ogen", await own.ProblemAsync());
        using var third = payouts.Client("bestuurslid", "tijdbank:goedkeuren");
        using var other = await payouts.PostAsync(third, $"/uitbetalingen/{id}/goedkeuring");
        Assert.Equal(200, (int)other.StatusCode);
    }

    [Fact]
    public async Task Approving_and_changing_the_bank_account_at_once_wait_for_each_other_and_not_for_ever()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        for (var day = 1; day <= 5; day++)
        {
            var id = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, $"2025-05-0{day}"), approved: false);
            using var third = payouts.Client("bestuurslid", "tijdbank:goedkeuren");
            var change = payouts.PayeeAsync(payouts.Treasurer, persoon, day % 2 == 0 ? "NL91ABNA0417164300" : "BE68539007547034");
            using var answer = await payouts.PostAsync(third, $"/uitbetalingen/{id}/goedkeuring");
            await change;

            Assert.Equal(200, (int)answer.StatusCode);
            Assert.Contains(await payouts.StatusAsync(id), new[] { "goedgekeurd", "aangevraagd" });
        }
    }

    [Fact]
    public async Task A_payout_is_approved_once()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var id = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        using var again = await payouts.PostAsync(payouts.Treasurer, $"/uitbetalingen/{id}/goedkeuring");
        Assert.Equal("409 tijdbank.uitbetaling.niet-aangevraagd", await again.ProblemAsync());
        Assert.Equal("goedgekeurd", await payouts.StatusAsync(id));
    }

    [Theory]
    [InlineData("afkeuring", false, "afgekeurd")]
    [InlineData("intrekking", false, "ingetrokken")]
    [InlineData("intrekking", true, "ingetrokken")]
    public async Task What_does_not_go_on_is_let_go_and_can_be_asked_again(string how, bool approved, string status)
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var hours = await payouts.HoursAsync(persoon, "2025-05-02");
        var id = await payouts.PayoutAsync(persoon, 500, hours, approved);
        using var ended = await payouts.PostAsync(payouts.Treasurer, $"/uitbetalingen/{id}/{how}", new System.Text.Json.Nodes.JsonObject());
        using var twice = await payouts.PostAsync(payouts.Treasurer, $"/uitbetalingen/{id}/{how}", new System.Text.Json.Nodes.JsonObject());

        Assert.Equal((200, 409), ((int)ended.StatusCode, (int)twice.StatusCode));
        Assert.Equal(status, await payouts.StatusAsync(id));
        Assert.Equal((60, 0, 10_000, 0, 0), await payouts.StateAsync(persoon));
        await payouts.PayoutAsync(persoon, 500, hours);
        Assert.Equal((60, 60, 10_000, 500, 500), await payouts.StateAsync(persoon));
    }

    [Fact]
    public async Task Approving_and_withdrawing_at_once_does_one_of_the_two_or_both_in_order()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var id = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"), approved: false);
        var answers = await Task.WhenAll(
            payouts.PostAsync(payouts.Treasurer, $"/uitbetalingen/{id}/goedkeuring"), payouts.PostAsync(payouts.Asker, $"/uitbetalingen/{id}/intrekking"));

        Assert.Equal(200, (int)answers[1].StatusCode);
        Assert.Contains((int)answers[0].StatusCode, new[] { 200, 409 });
        Assert.Equal("ingetrokken", await payouts.StatusAsync(id));
        Assert.Equal((60, 0, 10_000, 0, 0), await payouts.StateAsync(persoon));
    }

    [Fact]
    public async Task Another_organisation_neither_sees_nor_decides()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var id = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"), approved: false);
        using var others = new Payouts(tijdbank);
        using var seen = await others.Treasurer.GetAsync($"/tijdbank/v1/uitbetalingen/{id}");
        Assert.Equal("404 tijdbank.uitbetaling.onbekend", await seen.ProblemAsync());
        foreach (var what in new[] { "goedkeuring", "afkeuring", "intrekking" })
        {
            using var answer = await others.PostAsync(others.Treasurer, $"/uitbetalingen/{id}/{what}", new System.Text.Json.Nodes.JsonObject());
            Assert.Equal("404 tijdbank.uitbetaling.onbekend", await answer.ProblemAsync());
        }

        Assert.Empty((await others.GetAsync("/uitbetalingen"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Payouts_are_listed_in_pages_by_status_and_person()
    {
        await payouts.DepositAsync(10_000);
        var (persoon, other) = (await payouts.PersonAsync(), await payouts.PersonAsync());
        var first = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        var second = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-03"));
        await payouts.PayoutAsync(other, 500, await payouts.HoursAsync(other, "2025-05-03"), approved: false);

        var page = await payouts.GetAsync($"/uitbetalingen?status=goedgekeurd&persoonId={persoon}&limit=1");
        var rest = await payouts.GetAsync($"/uitbetalingen?status=goedgekeurd&persoonId={persoon}&limit=1&cursor={page["volgende"]}");
        Assert.Equal(first, (Guid)page["items"]!.AsArray().Single()!["id"]!);
        Assert.Equal(second, (Guid)rest["items"]!.AsArray().Single()!["id"]!);
        Assert.Null(rest["volgende"]);
        Assert.Single((await payouts.GetAsync("/uitbetalingen?status=aangevraagd"))["items"]!.AsArray());
        using var wrong = await payouts.Asker.GetAsync("/tijdbank/v1/uitbetalingen?status=weg");
        Assert.Equal("400 verzoek.ongeldig", await wrong.ProblemAsync());
    }
}

using System.Xml.Linq;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

[Collection(TijdbankCollection.Name)]
public sealed class BankTests(TijdbankFixture tijdbank) : IDisposable
{
    private readonly Payouts payouts = new(tijdbank);

    public void Dispose() => payouts.Dispose();

    [Fact]
    public async Task Approved_payouts_become_one_good_file_that_never_changes()
    {
        await payouts.DepositAsync(10_000);
        var (persoon, stranger) = (await payouts.PersonAsync(), await payouts.PersonAsync(withPayee: false));
        var first = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        var second = await payouts.PayoutAsync(persoon, 501, await payouts.HoursAsync(persoon, "2025-05-03"));
        var pending = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-04"), approved: false);
        var payeeless = await payouts.PayoutAsync(stranger, 500, await payouts.HoursAsync(stranger, "2025-05-04"));

        var batch = await payouts.BatchAsync();
        var file = await FileAsync(batch);
        (await payouts.Treasurer.SendJsonAsync(HttpMethod.Put, $"/tijdbank/v1/begunstigden/{persoon}", new System.Text.Json.Nodes.JsonObject
        {
            ["naam"] = "Andere Naam", ["iban"] = "BE68539007547034",
        })).Dispose();

        Assert.Equal(file, await FileAsync(batch));
        var document = XDocument.Parse(file);
        Assert.Empty(Pain001Rules.Violations(document));
        Assert.Equal([$"{first:N}", $"{second:N}"], Values(document, "EndToEndId"));
        Assert.Equal(["10.01", "10.01"], Values(document, "CtrlSum"));
        Assert.Contains("Zoe Jansen", Values(document, "Nm"));
        Assert.True(Bankdag.Is(DateOnly.Parse(Values(document, "Dt").Single())));
        Assert.Equal(
            ("in-batch", "in-batch", "aangevraagd", "goedgekeurd"),
            (await payouts.StatusAsync(first), await payouts.StatusAsync(second), await payouts.StatusAsync(pending), await payouts.StatusAsync(payeeless)));
        Assert.Equal(2, (int)(await payouts.GetAsync($"/betaalbatches/{batch}"))["aantal"]!);
        Assert.DoesNotContain("ABNA", await tijdbank.ScalarAsync<string>(
            "select encode(bestand_verzegeld, 'escape') from betaalbatch where id = $1", batch), StringComparison.Ordinal);
        using var empty = await payouts.PostAsync(payouts.Treasurer, "/betaalbatches");
        Assert.Equal("422 tijdbank.betaalbatch.leeg", await empty.ProblemAsync());
        using var late = await payouts.PostAsync(payouts.Asker, $"/uitbetalingen/{first}/intrekking");
        Assert.Equal("409 tijdbank.uitbetaling.niet-in-te-trekken", await late.ProblemAsync());
    }

    [Fact]
    public async Task Without_a_bank_account_of_its_own_an_organisation_makes_no_file()
    {
        using var answer = await payouts.PostAsync(payouts.Treasurer, "/betaalbatches");
        Assert.Equal("404 tijdbank.betaalrekening.onbekend", await answer.ProblemAsync());
        using var none = await payouts.Treasurer.GetAsync("/tijdbank/v1/betaalrekening");
        Assert.Equal("404 tijdbank.betaalrekening.onbekend", await none.ProblemAsync());
        await payouts.RegisterBankAccountAsync();
        using var shown = await payouts.Treasurer.GetAsync("/tijdbank/v1/betaalrekening");
        Assert.Equal("""{"naam":"Stichting De Buurt","ibanEinde":"6789","bic":"ABNANL2A"}""", await shown.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Batches_that_are_made_at_once_share_no_payout()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        for (var day = 1; day <= 4; day++)
            await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, $"2025-05-0{day}"));
        await payouts.RegisterBankAccountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => payouts.PostAsync(payouts.Treasurer, "/betaalbatches")));

        var paid = 0;
        foreach (var answer in answers.Where(answer => answer.IsSuccessStatusCode))
            paid += (int)(await answer.ReadObjectAsync())["aantal"]!;
        Assert.Equal(4, paid);
    }

    [Fact]
    public async Task A_settled_line_is_booked_and_told_and_a_rejected_one_is_given_back()
    {
        await payouts.DepositAsync(10_000);
        var (lucky, unlucky) = (await payouts.PersonAsync(), await payouts.PersonAsync());
        var (good, bad) = (await payouts.HoursAsync(lucky, "2025-05-02"), await payouts.HoursAsync(unlucky, "2025-05-02"));
        var (paid, refused) = (await payouts.PayoutAsync(lucky, 500, good), await payouts.PayoutAsync(unlucky, 400, bad));
        var batch = await payouts.BatchAsync();
        var xml = Pain002.Of($"{batch:N}", "PART", ($"{paid:N}", "ACSC", null), ($"{refused:N}", "RJCT", "AC04"));

        using var first = await payouts.BankSaysAsync(batch, xml);
        using var again = await payouts.BankSaysAsync(batch, xml);
        Assert.Equal("""{"betaald":1,"mislukt":1,"onderweg":0,"aandacht":[]}""", await first.Content.ReadAsStringAsync());
        Assert.Equal("""{"betaald":0,"mislukt":0,"onderweg":0,"aandacht":[]}""", await again.Content.ReadAsStringAsync());

        Assert.Equal((0, 0, 9_500, 0, 500), await payouts.StateAsync(lucky));
        Assert.Equal((60, 0, 9_500, 0, 0), await payouts.StateAsync(unlucky));
        Assert.Equal("betaald", await payouts.StatusAsync(paid));
        var failed = await payouts.GetAsync($"/uitbetalingen/{refused}");
        Assert.Equal(("mislukt", "RJCT", "AC04"), ((string?)failed["status"], (string?)failed["bankstatus"], (string?)failed["redencode"]));
        var told = await tijdbank.Events.FirstAsync<UitbetalingGedaan>(item => item.UitbetalingId == paid, Eventually.DefaultTimeout);
        Assert.Equal((lucky, payouts.Partner, 60, 500L), (told.PersoonId, told.PartnerId, told.DurationMinutes, told.AmountCents));
        Assert.True(await tijdbank.AddsUpToZeroAsync());

        await payouts.PayoutAsync(unlucky, 400, bad);
        using var claimed = await payouts.AskAsync(lucky, 500, [good]);
        Assert.Equal("409 tijdbank.uitbetaling.uren-al-aangevraagd", await claimed.ProblemAsync());
    }

    [Theory]
    [InlineData("ACSC", "betaald")]
    [InlineData("RJCT", "mislukt")]
    [InlineData("ACSP", "in-batch")]
    [InlineData("PDNG", "in-batch")]
    public async Task A_status_of_the_file_is_of_every_payment(string groupStatus, string status)
    {
        var (batch, first, second) = await TwoAsync();
        using var answer = await payouts.BankSaysAsync(batch, Pain002.Of($"{batch:N}", groupStatus));
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal((status, status), (await payouts.StatusAsync(first), await payouts.StatusAsync(second)));
        Assert.Equal(groupStatus == "PDNG" ? null : groupStatus, (string?)(await payouts.GetAsync($"/uitbetalingen/{first}"))["bankstatus"]);
    }

    [Fact]
    public async Task What_the_bank_takes_back_afterwards_is_for_a_person_to_look_at()
    {
        var (batch, first, second) = await TwoAsync();
        (await payouts.BankSaysAsync(batch, Pain002.Of($"{batch:N}", "PART", ($"{first:N}", "ACSC", null), ($"{second:N}", "RJCT", "AM04")))).Dispose();
        using var answer = await payouts.BankSaysAsync(
            batch, Pain002.Of($"{batch:N}", "PART", ($"{first:N}", "RJCT", "AC04"), ($"{second:N}", "ACSC", null)));
        var attention = (await answer.ReadObjectAsync())["aandacht"]!.AsArray().Select(item => ((Guid)item!["uitbetalingId"]!, (string)item["reden"]!));
        Assert.Equal([(first, "al-betaald"), (second, "al-teruggegeven")], attention);
        Assert.Equal(("betaald", "mislukt"), (await payouts.StatusAsync(first), await payouts.StatusAsync(second)));
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_changes_nothing()
    {
        var (batch, first, _) = await TwoAsync();
        var good = ($"{first:N}", "ACSC", (string?)null);
        foreach (var (xml, problem) in new[]
        {
            ("<x/>", "400 tijdbank.bankantwoord.onleesbaar"),
            ("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + Pain002.Of($"{batch:N}", "ACSC"), "400 tijdbank.bankantwoord.onleesbaar"),
            (Pain002.Of("ander", "ACSC"), "422 tijdbank.bankantwoord.ander-bestand"),
            (Pain002.Of($"{batch:N}", "PART", good, ($"{TestId.Guid():N}", "ACSC", null)), "422 tijdbank.bankantwoord.betaling-onbekend"),
            (Pain002.Of($"{batch:N}", "PART", good, ($"{first:N}", "RJCT", null)), "422 tijdbank.bankantwoord.tegenstrijdig"),
            (Pain002.Of($"{batch:N}", "HUPS"), "422 tijdbank.bankantwoord.status-onbekend"),
            (Pain002.Of($"{batch:N}", "ACSC") + new string(' ', 1024 * 1024), "413 verzoek.te-groot"),
        })
        {
            using var answer = await payouts.BankSaysAsync(batch, xml);
            Assert.Equal(problem, await answer.ProblemAsync());
        }

        using var json = await payouts.BankSaysAsync(batch, "{}", "application/json");
        Assert.Equal(415, (int)json.StatusCode);
        using var others = new Payouts(tijdbank);
        using var foreign = await others.BankSaysAsync(batch, Pain002.Of($"{batch:N}", "ACSC"));
        Assert.Equal("404 tijdbank.betaalbatch.onbekend", await foreign.ProblemAsync());
        using var file = await others.Treasurer.GetAsync($"/tijdbank/v1/betaalbatches/{batch}/pain001");
        Assert.Equal("404 tijdbank.betaalbatch.bestand-gewist", await file.ProblemAsync());
        Assert.Equal("in-batch", await payouts.StatusAsync(first));
    }

    [Fact]
    public async Task The_same_answer_many_times_at_once_settles_once()
    {
        var (batch, first, second) = await TwoAsync();
        var xml = Pain002.Of($"{batch:N}", "ACSC");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => payouts.BankSaysAsync(batch, xml)));
        var settled = 0;
        foreach (var answer in answers)
            settled += (int)(await answer.ReadObjectAsync())["betaald"]!;

        Assert.Equal(2, settled);
        await tijdbank.Events.FirstAsync<UitbetalingGedaan>(item => item.UitbetalingId == second, Eventually.DefaultTimeout);
        Assert.Single(tijdbank.Events.All<UitbetalingGedaan>(), item => item.Event.UitbetalingId == first);
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task An_answer_with_an_idempotency_key_is_read_as_well_and_repeated()
    {
        var (batch, first, _) = await TwoAsync();
        var (xml, key) = (Pain002.Of($"{batch:N}", "PART", ($"{first:N}", "ACSC", null)), TestId.New());
        using var once = await payouts.BankSaysAsync(batch, xml, key: key);
        using var again = await payouts.BankSaysAsync(batch, xml, key: key);
        Assert.Equal("""{"betaald":1,"mislukt":0,"onderweg":0,"aandacht":[]}""", await once.Content.ReadAsStringAsync());
        Assert.Equal(await once.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Money_that_was_paid_after_the_hold_ended_is_for_a_person_to_look_at()
    {
        var (batch, first, second) = await TwoAsync();
        await tijdbank.ScalarAsync<Guid>("update uitbetaling set vervalt_op = now() - interval '1 minute' where id = $1 returning id", first);
        using var answer = await payouts.BankSaysAsync(batch, Pain002.Of($"{batch:N}", "ACSC"));
        var body = await answer.ReadObjectAsync();
        Assert.Equal((1, "reservering-verlopen"), ((int)body["betaald"]!, (string)body["aandacht"]![0]!["reden"]!));
        Assert.Equal(("in-batch", "betaald"), (await payouts.StatusAsync(first), await payouts.StatusAsync(second)));
    }

    private async Task<(Guid Batch, Guid First, Guid Second)> TwoAsync()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var first = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        var second = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-03"));
        return (await payouts.BatchAsync(), first, second);
    }

    private async Task<string> FileAsync(Guid batch)
    {
        using var answer = await payouts.Treasurer.GetAsync($"/tijdbank/v1/betaalbatches/{batch}/pain001");
        Assert.Equal((200, "application/xml"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }

    private static List<string> Values(XDocument document, string element) =>
        [.. document.Descendants().Where(item => item.Name.LocalName == element).Select(item => item.Value)];
}

using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using GrozUtrecht.Tijdbank.Features.Uitbetalingen;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

[Collection(TijdbankCollection.Name)]
public sealed class CleanupTests(TijdbankFixture tijdbank) : IDisposable
{
    private readonly Payouts payouts = new(tijdbank);

    public void Dispose() => payouts.Dispose();

    [Fact]
    public async Task What_waits_sixty_days_is_taken_back_and_what_is_at_the_bank_is_not()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        var sent = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        await payouts.BatchAsync();
        var waiting = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-03"));

        await RoundAsync(days: 59);
        Assert.Equal("goedgekeurd", await payouts.StatusAsync(waiting));
        await RoundAsync(days: 61);
        await RoundAsync(days: 61);
        Assert.Equal(("in-batch", "ingetrokken"), (await payouts.StatusAsync(sent), await payouts.StatusAsync(waiting)));
        Assert.Equal("verlopen", (string?)(await payouts.GetAsync($"/uitbetalingen/{waiting}"))["redencode"]);
        Assert.Equal((120, 60, 10_000, 500, 500), await payouts.StateAsync(persoon));
    }

    [Fact]
    public async Task Who_was_paid_is_kept_seven_years_after_that_year_and_then_erased()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        var open = await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-03"), approved: false);
        var batch = await payouts.BatchAsync();
        await RemoveAsync(persoon);
        await RoundAsync(days: 0);
        Assert.Equal("persoon-verwijderd", (string?)(await payouts.GetAsync($"/uitbetalingen/{open}"))["redencode"]);

        // The bank pays after the person left: the cents are booked, the minutes stay on the closed account.
        using var answer = await payouts.BankSaysAsync(batch, Pain002.Of($"{batch:N}", "ACSC"));
        Assert.Equal(1, (int)(await answer.ReadObjectAsync())["betaald"]!);
        Assert.Equal((120, 0, 9_500, 0, 500), await payouts.StateAsync(persoon));

        var lastDay = new DateTimeOffset(TimeProvider.System.GetUtcNow().Year + 7, 12, 31, 22, 0, 0, TimeSpan.Zero);
        await Cleanup.RunAsync(lastDay, CancellationToken.None);
        Assert.Equal(1L, await PayeesAsync(persoon));
        Assert.Equal(lastDay.Year, await tijdbank.ScalarAsync<int>("select extract(year from bewaren_tot)::int from begunstigde where persoon_id = $1", persoon));
        await Cleanup.RunAsync(lastDay.AddHours(2), CancellationToken.None);
        Assert.Equal(0L, await PayeesAsync(persoon));
        using var file = await payouts.Treasurer.GetAsync($"/tijdbank/v1/betaalbatches/{batch}/pain001");
        Assert.Equal("404 tijdbank.betaalbatch.bestand-gewist", await file.ProblemAsync());
    }

    [Fact]
    public async Task When_the_bank_refuses_after_the_person_left_nothing_is_kept()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        var batch = await payouts.BatchAsync();
        await RemoveAsync(persoon);
        Assert.Equal(1L, await PayeesAsync(persoon));
        (await payouts.BankSaysAsync(batch, Pain002.Of($"{batch:N}", "RJCT"))).Dispose();
        await RoundAsync(days: 0);
        Assert.Equal(0L, await PayeesAsync(persoon));
        Assert.Equal((60, 0, 10_000, 0, 0), await payouts.StateAsync(persoon));
    }

    [Fact]
    public async Task After_a_change_of_key_everything_is_sealed_again_and_the_old_key_can_go()
    {
        await payouts.DepositAsync(10_000);
        var persoon = await payouts.PersonAsync();
        await payouts.PayoutAsync(persoon, 500, await payouts.HoursAsync(persoon, "2025-05-02"));
        var batch = await payouts.BatchAsync();
        using var before = await payouts.Treasurer.GetAsync($"/tijdbank/v1/betaalbatches/{batch}/pain001");
        var oldKey = Convert.FromBase64String(VersleutelingSettings.DevelopmentKey);
        var newKey = new byte[Kluis.KeyBytes];
        newKey[0] = 1;
        var changed = new Kluis("nieuw", new Dictionary<string, byte[]> { ["1"] = oldKey, ["nieuw"] = newKey });
        await using var connection = await tijdbank.Database.OpenConnectionAsync();
        await new BegunstigdeStore(changed).ResealAsync(connection, 10_000, CancellationToken.None);
        await new BetaalbatchStore(changed).ResealAsync(connection, 10_000, CancellationToken.None);

        var alone = new Kluis("nieuw", new Dictionary<string, byte[]> { ["nieuw"] = newKey });
        var found = await new BegunstigdeStore(alone).FindAsync(connection, [persoon], CancellationToken.None);
        Assert.Equal(("Zoë Jansen", "4300"), (found[persoon].Naam, found[persoon].Iban.End));
        Assert.Equal(await before.Content.ReadAsStringAsync(), await new BetaalbatchStore(alone).OpenFileAsync(connection, batch, payouts.Partner, CancellationToken.None));

        // The service of this test run knows the first key only, so give it back.
        var back = new Kluis("1", new Dictionary<string, byte[]> { ["1"] = oldKey, ["nieuw"] = newKey });
        await new BegunstigdeStore(back).ResealAsync(connection, 10_000, CancellationToken.None);
        await new BetaalbatchStore(back).ResealAsync(connection, 10_000, CancellationToken.None);
    }

    private UitbetalingenCleanup Cleanup => tijdbank.Services.GetRequiredService<UitbetalingenCleanup>();

    private Task RoundAsync(int days) => Cleanup.RunAsync(TimeProvider.System.GetUtcNow().AddDays(days), CancellationToken.None);

    private Task<long> PayeesAsync(Guid persoon) => tijdbank.ScalarAsync<long>("select count(*) from begunstigde where persoon_id = $1", persoon);

    private async Task RemoveAsync(Guid persoon)
    {
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(new PersoonVerwijderd { PersoonId = persoon, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() }, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the removal to be handled");
    }
}

using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data.Zegels;
using GrozUtrecht.Tijdbank.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Tijdbank.Tests.Zegels;

[Collection(TijdbankCollection.Name)]
public sealed class ToezichtTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task An_auditor_checks_the_ledger_and_others_may_not()
    {
        await tijdbank.AccountAsync(TestId.Guid(), balanceMinutes: 10);
        using var auditor = tijdbank.ClientFor(TestId.Guid(), "tijdbank:lezen", "tijdbank:controleren");
        using var partner = tijdbank.Partner(TestId.Guid());

        var (status, body) = await auditor.AskAsync("/grootboek/controle");
        Assert.True(status == 200 && body.GetProperty("gaaf").GetBoolean(), body.GetRawText());
        Assert.True(body.GetProperty("aantalRegels").GetInt64() > 0);
        Assert.Equal(403, (await partner.AskAsync("/grootboek/controle")).Status);
        Assert.Equal(400, (await auditor.AskAsync("/grootboek/controle?hash=geen-hash")).Status);

        var unknown = await auditor.AskAsync($"/grootboek/controle?hash={new string('a', 64)}");
        Assert.False(unknown.Body.GetProperty("gaaf").GetBoolean());
    }

    [Fact]
    public async Task The_head_of_a_day_is_published_once_and_everybody_can_read_it()
    {
        await tijdbank.AccountAsync(TestId.Guid(), balanceMinutes: 10);
        var now = TimeProvider.System.GetUtcNow();
        var seal = tijdbank.Services.GetRequiredService<Verzegeling>();
        await Eventually.Async(
            async () =>
            {
                await seal.RunAsync(now, CancellationToken.None);
                return await tijdbank.ScalarAsync<long>("select count(*) from grootboek.zegel") > 0;
            },
            TimeSpan.FromSeconds(30),
            "a first seal");

        var publish = tijdbank.Services.GetRequiredService<Dagpublicatie>();
        await publish.RunAsync(now.AddDays(1), CancellationToken.None);
        await publish.RunAsync(now.AddDays(1), CancellationToken.None);

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var published = await tijdbank.Events.FirstAsync<GrootboekVerzegeld>(head => head.Datum == today);
        using var partner = tijdbank.Partner(TestId.Guid());
        var (status, body) = await partner.AskAsync("/grootboek/zegels");
        var first = body.GetProperty("items")[0];
        Assert.Equal((200, published.Hash), (status, first.GetProperty("hash").GetString()));
        Assert.Equal(400, (await partner.AskAsync("/grootboek/zegels?cursor=geen")).Status);
        Assert.Single(tijdbank.Events.All<GrootboekVerzegeld>(), head => head.Event.Datum == today);
    }
}

using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GrozUtrecht.Tijdbank.Tests.Uren;

[Collection(TijdbankCollection.Name)]
public sealed class UrentermijnenTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task After_two_weeks_there_is_one_reminder_and_after_thirty_days_it_is_over()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var id = await scene.ReportedAsync();
        var reported = TimeProvider.System.GetUtcNow();

        await RunAsync(reported.AddDays(13));
        Assert.DoesNotContain(tijdbank.Events.All<UrenbevestigingGevraagd>(), item => item.Event.UrenregistratieId == id);
        await Task.WhenAll(RunAsync(reported.AddDays(14)), RunAsync(reported.AddDays(14)));
        var asked = await tijdbank.Events.FirstAsync<UrenbevestigingGevraagd>(item => item.UrenregistratieId == id);
        Assert.Equal(("ontvanger", scene.OrganisatieId), (asked.AanZet, asked.VoorPartnerId));

        await RunAsync(reported.AddDays(29));
        Assert.Equal("gemeld", await StatusAsync(id));
        await RunAsync(reported.AddDays(30).AddMinutes(1));
        Assert.Equal("verlopen", await StatusAsync(id));
        Assert.Equal(409, (await Urenscene.StepAsync(scene.Organisatie, id, "bevestiging")).Status);
        Assert.Single(tijdbank.Events.All<UrenbevestigingGevraagd>(), item => item.Event.UrenregistratieId == id);
        Assert.Equal(0, await scene.BalanceAsync());
    }

    private Task RunAsync(DateTimeOffset now) =>
        tijdbank.Services.GetServices<IHostedService>().OfType<UrentermijnenRonde>().Single().RunAsync(now, CancellationToken.None);

    private Task<string> StatusAsync(Guid id) => tijdbank.ScalarAsync<string>("select status from urenregistratie where id = $1", id);
}

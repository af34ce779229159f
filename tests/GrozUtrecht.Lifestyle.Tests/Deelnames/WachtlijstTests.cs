using System.Text.Json.Nodes;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Lifestyle.Tests.Deelnames;

[Collection(LifestyleService.Name)]
public sealed class WachtlijstTests(LifestyleFixture lifestyle)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(96, 1440, 1440)]
    [InlineData(10, 1440, 570)]
    [InlineData(1, 1440, 30)]
    [InlineData(96, 30, 30)]
    public void A_place_is_kept_for_the_term_and_never_so_long_that_the_next_has_no_time(int hoursUntil, int term, int expectedMinutes) =>
        Assert.Equal(Noon.AddMinutes(expectedMinutes), Bedenktijd.Deadline(Noon, Noon.AddHours(hoursUntil), term));

    [Fact]
    public void Shortly_before_it_begins_nothing_is_offered() => Assert.Null(Bedenktijd.Deadline(Noon, Noon.AddMinutes(59), 1440));

    [Fact]
    public async Task A_place_that_comes_free_is_offered_to_who_waits_longest()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var (holder, first, second) = (await sessie.RegisterAsync(), await sessie.RegisterAsync(), await sessie.RegisterAsync());
        Assert.Equal("wachtlijst", (string?)first["status"]);

        using var cancelled = await sessie.CancelAsync(holder);

        Assert.Equal("afgemeld", (string?)(await Sessie.OkAsync(cancelled))["status"]);
        Assert.Equal(["aangeboden", "wachtlijst"], [await sessie.StatusAsync(first), await sessie.StatusAsync(second)]);
        Assert.NotNull((await sessie.GetAsync(first))["aangebodenTot"]);
    }

    [Fact]
    public async Task Who_says_yes_in_time_has_the_place()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var (holder, waiting) = (await sessie.RegisterAsync(), await sessie.RegisterAsync());
        using var cancelled = await sessie.CancelAsync(holder);

        using var accepted = await sessie.AcceptAsync(waiting);
        using var twice = await sessie.AcceptAsync(waiting);

        Assert.Equal("aangemeld", (string?)(await Sessie.OkAsync(accepted))["status"]);
        Assert.Equal("409 lifestyle.deelname.niets-aangeboden", await twice.ProblemAsync());
        Assert.Equal((1, 1, 1), await sessie.PlacesAsync());
    }

    [Fact]
    public async Task Who_lets_the_term_pass_makes_way_for_the_next()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1, body => body["bedenktijdMinuten"] = 60);
        var (holder, first, second) = (await sessie.RegisterAsync(), await sessie.RegisterAsync(), await sessie.RegisterAsync());
        using var cancelled = await sessie.CancelAsync(holder);

        await lifestyle.Services.GetRequiredService<Wachtlijstronde>().RunAsync(TimeProvider.System.GetUtcNow().AddMinutes(61), CancellationToken.None);

        Assert.Equal(["verlopen", "aangeboden"], [await sessie.StatusAsync(first), await sessie.StatusAsync(second)]);
        using var late = await sessie.AcceptAsync(first);
        Assert.Equal("409 lifestyle.deelname.aanbod-verlopen", await late.ProblemAsync());
    }

    [Fact]
    public async Task More_places_move_the_waiting_list()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        await sessie.RegisterAsync();
        var (first, second) = (await sessie.RegisterAsync(), await sessie.RegisterAsync());

        using var changed = await sessie.Owner.SendJsonAsync(
            HttpMethod.Put, $"/lifestyle/v1/activiteiten/{sessie.ActivityId}/sessies/{sessie.Id}", new JsonObject { ["capaciteit"] = 2 });

        Assert.Equal(0, (int?)(await Sessie.OkAsync(changed))["vrijePlaatsen"]);
        Assert.Equal(["aangeboden", "wachtlijst"], [await sessie.StatusAsync(first), await sessie.StatusAsync(second)]);
    }

    [Fact]
    public async Task There_are_never_fewer_places_than_people()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 2);
        await sessie.RegisterAsync();
        await sessie.RegisterAsync();
        using var changed = await sessie.Owner.SendJsonAsync(
            HttpMethod.Put, $"/lifestyle/v1/activiteiten/{sessie.ActivityId}/sessies/{sessie.Id}", new JsonObject { ["capaciteit"] = 1 });
        Assert.Equal("409 lifestyle.sessie.minder-plaatsen-dan-deelnemers", await changed.ProblemAsync());
    }

    [Fact]
    public async Task When_a_session_is_cancelled_so_is_every_registration()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var (holder, waiting) = (await sessie.RegisterAsync(), await sessie.RegisterAsync());
        var address = $"/lifestyle/v1/activiteiten/{sessie.ActivityId}/sessies/{sessie.Id}/annulering";

        using var cancelled = await sessie.Owner.SendJsonAsync(HttpMethod.Post, address, null);
        using var again = await sessie.Owner.SendJsonAsync(HttpMethod.Post, address, null);
        using var late = await sessie.AskAsync(new JsonObject { ["persoonId"] = TestId.Guid() });

        Assert.Equal("vervallen", (string?)(await Sessie.OkAsync(cancelled))["status"]);
        Assert.Equal(["vervallen", "vervallen"], [await sessie.StatusAsync(holder), await sessie.StatusAsync(waiting)]);
        Assert.Equal("409 lifestyle.sessie.voorbij", await again.ProblemAsync());
        Assert.Equal("409 lifestyle.sessie.vervallen", await late.ProblemAsync());
    }

    [Fact]
    public async Task After_it_began_nobody_cancels()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var deelname = await sessie.RegisterAsync();
        await sessie.BeginsAsync(-1);
        using var response = await sessie.CancelAsync(deelname);
        Assert.Equal("409 lifestyle.deelname.afmelden-te-laat", await response.ProblemAsync());
    }

    [Fact]
    public async Task Who_never_came_is_written_down_as_such_when_nobody_can_be_checked_in_any_more()
    {
        var sessie = await Sessie.WithPlacesAsync(lifestyle, 1);
        var (holder, waiting) = (await sessie.RegisterAsync(), await sessie.RegisterAsync());
        await sessie.BeginsAsync(-9 * 24 * 60);

        await lifestyle.Services.GetRequiredService<Wachtlijstronde>().RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);

        Assert.Equal(["niet-verschenen", "verlopen"], [await sessie.StatusAsync(holder), await sessie.StatusAsync(waiting)]);
    }
}

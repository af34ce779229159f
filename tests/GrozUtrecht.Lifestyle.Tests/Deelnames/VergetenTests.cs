using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Deelnames;

[Collection(LifestyleService.Name)]
public sealed class VergetenTests(LifestyleFixture lifestyle)
{
    [Fact]
    public async Task Who_is_removed_leaves_numbers_and_makes_way_for_who_waits()
    {
        var person = TestId.Guid();
        var (past, coming) = (await Sessie.WithPlacesAsync(lifestyle, 1), await Sessie.WithPlacesAsync(lifestyle, 1));
        var (was, will, waiting) = (await past.RegisterAsync(person), await coming.RegisterAsync(person), await coming.RegisterAsync());
        await past.BeginsAsync(-30);
        await past.CheckedInAsync(new JsonObject { ["deelnameId"] = (Guid)was["id"]! });
        var message = new PersoonVerwijderd { PersoonId = person, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() };

        await lifestyle.PublishAsync(message, TestId.Guid());

        await Eventually.Async(async () => await coming.StatusAsync(will) == "afgemeld", what: "the registration to be cancelled");
        Assert.Equal(["aanwezig", "aangeboden"], [await past.StatusAsync(was), await coming.StatusAsync(waiting)]);
        Assert.Equal(0, await lifestyle.TracesAsync(person.ToString()));
        Assert.Equal((1, 1, 1), await past.PlacesAsync());
    }

    [Fact]
    public async Task Removing_somebody_twice_changes_nothing_and_they_cannot_come_back()
    {
        var (sessie, person) = (await Sessie.WithPlacesAsync(lifestyle, 2), TestId.Guid());
        var deelname = await sessie.RegisterAsync(person);
        var message = new PersoonVerwijderd { PersoonId = person, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() };

        await lifestyle.PublishAsync(message, TestId.Guid());
        await lifestyle.PublishAsync(message, TestId.Guid());
        await Eventually.Async(async () => await sessie.StatusAsync(deelname) == "afgemeld", what: "the registration to be cancelled");
        using var again = await sessie.AskAsync(new JsonObject { ["persoonId"] = person });

        Assert.Equal("409 lifestyle.deelname.persoon-verwijderd", await again.ProblemAsync());
        Assert.Equal((0, 0, 2), await sessie.PlacesAsync());
    }

    [Fact]
    public async Task A_guest_who_asks_for_it_is_forgotten_everywhere()
    {
        var (sessie, contact) = (await Sessie.WithPlacesAsync(lifestyle, 1), $"{TestId.Guid():N}@example.nl");
        using var registered = await sessie.AskAsync(new JsonObject { ["gast"] = new JsonObject { ["naam"] = "Samira", ["bereikbaarOp"] = contact } });
        var deelname = await Sessie.OkAsync(registered);
        var waiting = await sessie.RegisterAsync();

        using var forgotten = await sessie.Partner.DeleteAsync($"/lifestyle/v1/deelnames/{deelname["id"]}/gast");
        using var again = await sessie.Partner.DeleteAsync($"/lifestyle/v1/deelnames/{deelname["id"]}/gast");

        Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        Assert.Equal("404 lifestyle.gast.onbekend", await again.ProblemAsync());
        Assert.Equal(["afgemeld", "aangeboden"], [await sessie.StatusAsync(deelname), await sessie.StatusAsync(waiting)]);
        Assert.Equal(0, await lifestyle.TracesAsync(contact));
    }
}

using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Lifestyle.Tests.Deelnames;
using GrozUtrecht.Lifestyle.Tests.Metingen;
using GrozUtrecht.Lifestyle.Tests.Preventiebudget;
using GrozUtrecht.Lifestyle.Tests.Proeverijen;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class ErasureTests(LifestyleFixture lifestyle)
{
    [Fact]
    public async Task Whoever_did_everything_there_is_and_asks_to_be_forgotten_is_in_no_row_of_any_table()
    {
        using var bewoner = await Bewoner.MeasuredAsync(lifestyle, "groepscijfers", "ervaringen");
        var person = bewoner.PersoonId;
        var (past, coming) = (await Sessie.WithPlacesAsync(lifestyle, 3), await Sessie.WithPlacesAsync(lifestyle, 3));
        var (was, will) = (await past.RegisterAsync(person), await coming.RegisterAsync(person));
        await past.BeginsAsync(-30);
        Assert.Equal(["aanwezig"], await past.CheckedInAsync(new JsonObject { ["deelnameId"] = (Guid)was["id"]! }));
        var budget = await new Budgetwereld(lifestyle).WithAsync(10_000);
        using var member = await lifestyle.ClientFor(budget.PartnerId, "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:preventiebudget")
            .SendJsonAsync(HttpMethod.Post, $"/lifestyle/v1/preventiebudgetten/{budget.BudgetId}/leden", new JsonObject { ["persoonId"] = person });
        using var link = await coming.Partner.SendJsonAsync(HttpMethod.Post, "/lifestyle/v1/agendalinks", new JsonObject { ["persoonId"] = person });
        using var proeverij = await Proeverijwereld.OpenAsync(lifestyle);
        using var route = await proeverij.Coordinator.SendJsonAsync(HttpMethod.Post, $"{proeverij.Address}/routes", new JsonObject { ["persoonId"] = person });
        Assert.All([member, link, route], answer => Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri} answered {answer.StatusCode}"));
        Assert.True(await lifestyle.TracesAsync(person.ToString()) >= 6, "the person must be in the tables before it can be erased from them");

        await lifestyle.PublishAsync(new PersoonVerwijderd { PersoonId = person, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() }, TestId.Guid());

        await Eventually.Async(async () => await coming.StatusAsync(will) == "afgemeld", what: "the person to be forgotten");
        Assert.Equal(0, await lifestyle.TracesAsync(person.ToString()));
        Assert.Equal("aanwezig", await past.StatusAsync(was));
        Assert.True(await budget.AddsUpAsync());
        using var insight = await bewoner.SendAsync(HttpMethod.Get, $"{bewoner.Person}/inzicht");
        Assert.NotEqual(HttpStatusCode.OK, insight.StatusCode);
    }
}

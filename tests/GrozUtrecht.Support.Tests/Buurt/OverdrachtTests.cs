using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Buurt;

[Collection(SupportCollection.Name)]
public sealed class OverdrachtTests(SupportFixture support)
{
    [Fact]
    public async Task Until_the_colleague_says_yes_the_question_stays_where_it_is()
    {
        var partner = new BuurtPartner(support);
        var (buurt, anna) = await partner.BuurtWithDutyAsync();
        var (bilal, carla) = (await partner.RegisterAsync(buurt), await partner.RegisterAsync(buurt));
        var vraag = await PickedUpAsync(partner, anna);
        var overdracht = await HandOverAsync(partner, vraag, new JsonObject { ["naarBuurtassistentId"] = bilal });
        Assert.Equal(anna, await HolderAsync(partner, vraag));

        using var wrong = await partner.PostAsync($"/overdrachten/{overdracht}/aanvaarding", Who(carla));
        await wrong.ProblemAsync(422, "support.overdracht.voor-ander");
        using var second = await partner.PostAsync(
            $"/sociale-vragen/{vraag}/overdrachten",
            new JsonObject { ["reden"] = "Toch liever Carla.", ["naarBuurtassistentId"] = carla },
            await partner.ETagAsync($"/sociale-vragen/{vraag}"));
        await second.ProblemAsync(409, "support.overdracht.loopt-al");
        await partner.DoAsync($"/overdrachten/{overdracht}/aanvaarding", Who(bilal));

        Assert.Equal(bilal, await HolderAsync(partner, vraag));
        Assert.Equal("aanvaard", Assert.Single(await partner.ItemsAsync($"/overdrachten?socialeVraagId={vraag}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Another_buurt_takes_a_question_over_once_also_when_two_say_yes_at_once()
    {
        var partner = new BuurtPartner(support);
        var (_, anna) = await partner.BuurtWithDutyAsync();
        var other = await partner.CreateBuurtAsync("Oog in Al", "3533");
        var colleagues = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => partner.RegisterAsync(other)));
        var vraag = await PickedUpAsync(partner, anna);
        var overdracht = await HandOverAsync(partner, vraag, new JsonObject { ["naarBuurtId"] = other });

        var answers = await Task.WhenAll(colleagues.Select(colleague => partner.PostAsync($"/overdrachten/{overdracht}/aanvaarding", Who(colleague))));

        var won = await Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(other, won.GetProperty("buurtId").GetGuid());
        Assert.Equal(won.GetProperty("buurtassistentId").GetGuid(), await HolderAsync(partner, vraag));
        foreach (var late in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await late.ProblemAsync(409, "support.overdracht.beantwoord");
        }
    }

    [Fact]
    public async Task A_yes_and_a_withdrawal_at_once_leave_one_holder()
    {
        var partner = new BuurtPartner(support);
        var (buurt, anna) = await partner.BuurtWithDutyAsync();
        var bilal = await partner.RegisterAsync(buurt);
        var vraag = await PickedUpAsync(partner, anna);
        var overdracht = await HandOverAsync(partner, vraag, new JsonObject { ["naarBuurtassistentId"] = bilal });

        var answers = await Task.WhenAll(
            partner.PostAsync($"/overdrachten/{overdracht}/aanvaarding", Who(bilal)), partner.PostAsync($"/overdrachten/{overdracht}/intrekking"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(answers[0].IsSuccessStatusCode ? bilal : anna, await HolderAsync(partner, vraag));
    }

    [Fact]
    public async Task A_refused_or_overtaken_hand_over_changes_nothing()
    {
        var partner = new BuurtPartner(support);
        var (buurt, anna) = await partner.BuurtWithDutyAsync();
        var bilal = await partner.RegisterAsync(buurt);
        var vraag = await PickedUpAsync(partner, anna);
        var refused = await HandOverAsync(partner, vraag, new JsonObject { ["naarBuurtassistentId"] = bilal });
        await partner.DoAsync($"/overdrachten/{refused}/weigering", Who(bilal));
        Assert.Equal(anna, await HolderAsync(partner, vraag));

        var overtaken = await HandOverAsync(partner, vraag, new JsonObject { ["naarBuurtassistentId"] = bilal });
        await partner.DoAsync(
            $"/sociale-vragen/{vraag}/afronding", new JsonObject { ["uitkomst"] = "opgelost" }, await partner.ETagAsync($"/sociale-vragen/{vraag}"));

        using var late = await partner.PostAsync($"/overdrachten/{overtaken}/aanvaarding", Who(bilal));
        await late.ProblemAsync(409, "support.overdracht.beantwoord");
    }

    [Fact]
    public async Task A_hand_over_goes_to_one_other_of_the_same_partner()
    {
        var partner = new BuurtPartner(support);
        var (buurt, anna) = await partner.BuurtWithDutyAsync();
        var vraag = await PickedUpAsync(partner, anna);
        var stranger = await partner.RegisterAsync(await partner.CreateBuurtAsync("Oog in Al", "3533"));
        var (theirBuurt, theirs) = await new BuurtPartner(support).BuurtWithDutyAsync();

        foreach (var (to, code) in new (JsonObject, string)[]
        {
            (new JsonObject(), "support.overdracht.ongeldig"),
            (new JsonObject { ["naarBuurtassistentId"] = anna }, "support.overdracht.ongeldig"),
            (new JsonObject { ["naarBuurtId"] = buurt }, "support.overdracht.ongeldig"),
            (new JsonObject { ["naarBuurtassistentId"] = stranger }, "support.buurtassistent.andere-buurt"),
            (new JsonObject { ["naarBuurtassistentId"] = theirs }, "support.buurtassistent.ongeldig"),
            (new JsonObject { ["naarBuurtId"] = theirBuurt }, "support.buurt.ongeldig"),
        })
        {
            to["reden"] = "Ik ben weg.";
            using var answer = await partner.PostAsync($"/sociale-vragen/{vraag}/overdrachten", to, "\"2\"");
            await answer.ProblemAsync(422, code);
        }
    }

    private static JsonObject Who(Guid assistent) => new() { ["buurtassistentId"] = assistent };

    private static async Task<Guid> PickedUpAsync(BuurtPartner partner, Guid assistent)
    {
        var vraag = await partner.AskAsync();
        await partner.DoAsync($"/sociale-vragen/{vraag}/oppakking", Who(assistent));
        return vraag;
    }

    private static async Task<Guid> HandOverAsync(BuurtPartner partner, Guid vraag, JsonObject to)
    {
        to["reden"] = "Ik ben volgende week weg.";
        var asked = await partner.DoAsync($"/sociale-vragen/{vraag}/overdrachten", to, await partner.ETagAsync($"/sociale-vragen/{vraag}"));
        return asked.GetProperty("id").GetGuid();
    }

    private static async Task<Guid> HolderAsync(BuurtPartner partner, Guid vraag) =>
        (await partner.ReadAsync($"/sociale-vragen/{vraag}")).GetProperty("buurtassistentId").GetGuid();
}

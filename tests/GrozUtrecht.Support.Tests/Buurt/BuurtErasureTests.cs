using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Buurt;

[Collection(SupportCollection.Name)]
public sealed class BuurtErasureTests(SupportFixture support)
{
    [Fact]
    public async Task A_removed_buurtassistent_leaves_the_roster_and_gives_questions_back()
    {
        var partner = new BuurtPartner(support);
        var person = TestId.Guid();
        var buurt = await partner.CreateBuurtAsync();
        var (anna, bilal) = (await partner.RegisterAsync(buurt, person), await partner.RegisterAsync(buurt));
        var past = await partner.PlanAsync(buurt, anna, BuurtPartner.Now.AddDays(-1));
        var coming = await partner.PlanAsync(buurt, anna, BuurtPartner.Now.AddDays(1));
        var vraag = await partner.AskAsync();
        await partner.DoAsync($"/sociale-vragen/{vraag}/oppakking", Who(anna));
        await partner.DoAsync($"/sociale-vragen/{vraag}/notities", new JsonObject { ["buurtassistentId"] = anna, ["tekst"] = "Gebeld." });
        var overdracht = await partner.DoAsync(
            $"/sociale-vragen/{vraag}/overdrachten", new JsonObject { ["reden"] = "Ik stop.", ["naarBuurtassistentId"] = bilal }, "\"2\"");

        var messageId = TestId.Guid();
        await RemoveAsync(person, messageId);
        await RemoveAsync(person, messageId);
        await RemoveAsync(person);

        Assert.False((await partner.ReadAsync($"/diensten/{past}")).TryGetProperty("buurtassistentId", out _));
        using var gone = await partner.GetAsync($"/diensten/{coming}");
        await gone.ProblemAsync(404, "support.dienst.onbekend");
        using var assistent = await partner.GetAsync($"/buurtassistenten/{anna}");
        await assistent.ProblemAsync(404, "support.buurtassistent.onbekend");
        var back = await partner.ReadAsync($"/sociale-vragen/{vraag}");
        Assert.Equal("nieuw", back.GetProperty("status").GetString());
        Assert.False(back.TryGetProperty("buurtassistentId", out _));
        using var answered = await partner.PostAsync($"/overdrachten/{overdracht.GetProperty("id").GetGuid()}/aanvaarding", Who(bilal));
        await answered.ProblemAsync(409, "support.overdracht.beantwoord");
        Assert.False((await partner.ItemsAsync($"/sociale-vragen/{vraag}/notities"))[0].TryGetProperty("tekst", out _));
        await partner.DoAsync($"/sociale-vragen/{vraag}/oppakking", Who(bilal));
        await AssertForgottenAsync(person);
    }

    [Fact]
    public async Task A_removed_person_leaves_how_long_the_question_waited_and_nothing_else()
    {
        var partner = new BuurtPartner(support);
        var person = TestId.Guid();
        var (buurt, anna) = await partner.BuurtWithDutyAsync();
        var (open, done) = (await partner.AskAsync(person), await partner.AskAsync(person));
        foreach (var vraag in new[] { open, done })
        {
            await partner.DoAsync($"/sociale-vragen/{vraag}/oppakking", Who(anna));
            await partner.DoAsync($"/sociale-vragen/{vraag}/notities", new JsonObject { ["buurtassistentId"] = anna, ["tekst"] = "Woont alleen." });
        }

        await partner.DoAsync(
            $"/sociale-vragen/{done}/afronding", new JsonObject { ["uitkomst"] = "opgelost", ["toelichting"] = "Heeft nu een maatje." }, "\"2\"");
        await RemoveAsync(person);

        foreach (var (vraag, outcome) in new[] { (open, "vervallen"), (done, "opgelost") })
        {
            var left = await partner.ReadAsync($"/sociale-vragen/{vraag}");
            Assert.Equal(outcome, left.GetProperty("uitkomst").GetString());
            Assert.True(left.TryGetProperty("wachttijdMinuten", out _));
            Assert.All(["persoonId", "omschrijving", "toelichting"], field => Assert.False(left.TryGetProperty(field, out _)));
            Assert.False((await partner.ItemsAsync($"/sociale-vragen/{vraag}/notities"))[0].TryGetProperty("tekst", out _));
        }

        Assert.Equal(2, (await partner.ReadAsync($"/buurten/{buurt}/wachttijden")).GetProperty("aantalAfgerond").GetInt32());
        await AssertForgottenAsync(person);
    }

    [Fact]
    public async Task A_removed_person_is_still_counted_where_they_joined_in()
    {
        var partner = new BuurtPartner(support);
        var person = TestId.Guid();
        var buurt = await partner.CreateBuurtAsync();
        var mine = await partner.CreateAsync("/buurtsignalen", SignaalRequest(person));
        var theirs = await partner.CreateAsync("/buurtsignalen", SignaalRequest(TestId.Guid()));
        await partner.DoAsync($"/buurtsignalen/{theirs}/bijval", new JsonObject { ["persoonId"] = person });
        var lid = await partner.CreateAsync("/netwerkleden", new JsonObject { ["buurtId"] = buurt, ["rol"] = "bewoner", ["persoonId"] = person });
        var actie = await partner.CreateAsync("/buurtacties", new JsonObject
        {
            ["signaalIds"] = new JsonArray(theirs),
            ["eigenaarId"] = lid,
            ["titel"] = "Plantenbak",
            ["streefDatum"] = "2027-04-01",
        });
        await partner.DoAsync($"/buurtacties/{actie}/updates", new JsonObject { ["netwerklidId"] = lid, ["tekst"] = "Ik haal de aarde." });

        await RemoveAsync(person);

        var signaal = await partner.ReadAsync($"/buurtsignalen/{mine}");
        Assert.Equal(1, signaal.GetProperty("bijval").GetInt32());
        Assert.False(signaal.TryGetProperty("tekst", out _));
        Assert.Equal(2, (await partner.ReadAsync($"/buurtsignalen/{theirs}")).GetProperty("bijval").GetInt32());
        Assert.Single(await partner.ItemsAsync($"/buurtsignalen/{theirs}/te-horen"));
        Assert.Empty(await partner.ItemsAsync($"/netwerkleden?buurtId={buurt}"));
        Assert.False((await partner.ItemsAsync($"/buurtacties/{actie}/updates"))[0].TryGetProperty("tekst", out _));
        // What was counted moves along once merged, and still counts.
        var merged = await partner.DoAsync($"/buurtsignalen/{mine}/samenvoeging", new JsonObject { ["signaalIds"] = new JsonArray(theirs) });
        Assert.Equal(3, merged.GetProperty("bijval").GetInt32());
        using var again = await partner.PostAsync($"/buurtsignalen/{mine}/bijval", new JsonObject { ["persoonId"] = person });
        await again.ProblemAsync(422, "support.persoon.verwijderd");
        await AssertForgottenAsync(person);
    }

    private static JsonObject Who(Guid assistent) => new() { ["buurtassistentId"] = assistent };

    private static JsonObject SignaalRequest(Guid persoonId) => new()
    {
        ["thema"] = "groen",
        ["tekst"] = "Meer planten.",
        ["postcode"] = BuurtPartner.Postcode,
        ["persoonId"] = persoonId,
    };

    private async Task RemoveAsync(Guid persoonId, Guid? messageId = null)
    {
        await support.PublishAsync(new PersoonVerwijderd { PersoonId = persoonId, Version = 2, OpgetredenOp = BuurtPartner.Now }, messageId);
        await using var connection = await support.Database.OpenConnectionAsync();
        await Eventually.Async(
            () => connection.ExecuteScalarAsync<bool>(
                "SELECT EXISTS (SELECT FROM verwijderde_personen WHERE persoon_hash = sha256(uuid_send(@persoonId)))", new { persoonId }),
            what: "the removal of the person");
    }

    private async Task AssertForgottenAsync(Guid persoonId)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        foreach (var table in new[] { "buurtassistenten", "sociale_vragen", "buurtsignalen", "bijval", "netwerkleden" })
        {
            Assert.Equal(0, await connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM {table} WHERE persoon_id = @persoonId", new { persoonId }));
        }
    }
}

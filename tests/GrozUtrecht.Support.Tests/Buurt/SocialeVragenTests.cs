using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Support.Tests.Buurt;

[Collection(SupportCollection.Name)]
public sealed class SocialeVragenTests(SupportFixture support)
{
    private static string Today => NederlandseTijd.DayOf(BuurtPartner.Now).ToString("yyyy-MM-dd");

    [Fact]
    public async Task A_question_is_picked_up_by_who_comes_first()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        var colleagues = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => partner.RegisterAsync(buurt)));
        var vraag = await partner.AskAsync();

        var answers = await Task.WhenAll(colleagues.Select(colleague => partner.PostAsync($"/sociale-vragen/{vraag}/oppakking", Who(colleague))));

        var winner = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var late in answers.Where(answer => answer != winner))
        {
            await late.ProblemAsync(409, "support.sociale-vraag.opgepakt");
        }

        var holder = (await winner.BodyAsync(HttpStatusCode.OK)).GetProperty("buurtassistentId").GetGuid();
        var shown = await partner.ReadAsync($"/sociale-vragen/{vraag}");
        Assert.Equal(holder, shown.GetProperty("buurtassistentId").GetGuid());
        Assert.Equal("opgepakt", shown.GetProperty("status").GetString());
        Assert.Equal(["gesteld", "opgepakt"], await StepsAsync(partner, vraag));
    }

    [Fact]
    public async Task A_question_waits_for_a_day_and_is_done_with_an_outcome()
    {
        var partner = new BuurtPartner(support);
        var (_, assistent) = await partner.BuurtWithDutyAsync();
        var vraag = await partner.AskAsync();
        await partner.DoAsync($"/sociale-vragen/{vraag}/oppakking", Who(assistent));

        await StepAsync(partner, vraag, "wachtstand", new JsonObject { ["opvolgDatum"] = Today });
        var due = Assert.Single(await partner.ItemsAsync($"/sociale-vragen/op-te-volgen?buurtassistentId={assistent}"));
        Assert.Equal(vraag, due.GetProperty("id").GetGuid());
        using var followed = await partner.PutAsync(
            $"/sociale-vragen/{vraag}/opvolging",
            new JsonObject { ["opvolgDatum"] = NederlandseTijd.DayOf(BuurtPartner.Now).AddDays(3).ToString("yyyy-MM-dd") },
            await partner.ETagAsync($"/sociale-vragen/{vraag}"));
        await followed.BodyAsync(HttpStatusCode.OK);
        Assert.Empty(await partner.ItemsAsync("/sociale-vragen/op-te-volgen"));
        await StepAsync(partner, vraag, "hervatting");
        var done = await StepAsync(partner, vraag, "afronding", new JsonObject { ["uitkomst"] = "doorverwezen", ["toelichting"] = "Naar het buurtteam." });

        Assert.Equal("afgerond", done.GetProperty("status").GetString());
        Assert.Equal(0, done.GetProperty("doorlooptijdMinuten").GetInt32());
        Assert.Equal(["gesteld", "opgepakt", "wacht", "opvolging", "hervat", "afgerond"], await StepsAsync(partner, vraag));
        using var again = await partner.PostAsync(
            $"/sociale-vragen/{vraag}/hervatting", null, await partner.ETagAsync($"/sociale-vragen/{vraag}"));
        await again.ProblemAsync(409, "support.sociale-vraag.stap-kan-niet");
    }

    [Fact]
    public async Task A_step_needs_the_version_that_was_seen()
    {
        var partner = new BuurtPartner(support);
        var (_, assistent) = await partner.BuurtWithDutyAsync();
        var vraag = await partner.AskAsync();
        await partner.DoAsync($"/sociale-vragen/{vraag}/oppakking", Who(assistent));

        var body = new JsonObject { ["uitkomst"] = "opgelost" };
        using var without = await partner.PostAsync($"/sociale-vragen/{vraag}/afronding", body.DeepClone());
        await without.ProblemAsync(428, "verzoek.versie-ontbreekt");
        using var stale = await partner.PostAsync($"/sociale-vragen/{vraag}/afronding", body.DeepClone(), "\"1\"");
        await stale.ProblemAsync(412, "verzoek.versie-verouderd");
        Assert.Equal("opgepakt", (await partner.ReadAsync($"/sociale-vragen/{vraag}")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("{\"uitkomst\":\"doorverwezen\"}", "support.sociale-vraag.uitkomst-ongeldig")]
    [InlineData("{\"uitkomst\":\"hulpvraag-ingediend\"}", "support.sociale-vraag.uitkomst-ongeldig")]
    [InlineData("{\"uitkomst\":\"vervallen\"}", "support.sociale-vraag.uitkomst-ongeldig")]
    [InlineData("{\"uitkomst\":\"opgelost\",\"voorzieningId\":\"0199d3a0-0000-7000-8000-000000000000\"}", "support.sociale-vraag.uitkomst-ongeldig")]
    [InlineData("{\"uitkomst\":\"hulpvraag-ingediend\",\"hulpvraagId\":\"0199d3a0-0000-7000-8000-000000000000\"}", "support.sociale-vraag.hulpvraag-ongeldig")]
    [InlineData("{\"uitkomst\":\"opgelost\",\"toelichting\":\"bsn 123456782\"}", "support.tekst.bsn")]
    public async Task An_outcome_that_does_not_fit_is_refused(string body, string code)
    {
        var partner = new BuurtPartner(support);
        var (_, assistent) = await partner.BuurtWithDutyAsync();
        var vraag = await partner.AskAsync();
        await partner.DoAsync($"/sociale-vragen/{vraag}/oppakking", Who(assistent));

        using var answer = await partner.PostAsync($"/sociale-vragen/{vraag}/afronding", JsonNode.Parse(body), "\"2\"");

        await answer.ProblemAsync(422, code);
    }

    [Theory]
    [InlineData("bron", "\"hulpvraag\"", 422, "support.sociale-vraag.bron-ongeldig")]
    [InlineData("bron", "\"buurman\"", 400, "verzoek.onleesbaar")]
    [InlineData("kanaal", "null", 400, "verzoek.onleesbaar")]
    [InlineData("postcode", "\"1012\"", 422, "support.postcode.onbekend")]
    [InlineData("postcode", "\"3581AB\"", 400, "verzoek.ongeldig")]
    [InlineData("omschrijving", "\"bsn 123456782\"", 422, "support.tekst.bsn")]
    [InlineData("omschrijving", "\" \"", 400, "verzoek.ongeldig")]
    [InlineData("persoonId", "\"00000000-0000-0000-0000-000000000000\"", 422, "support.persoon.ongeldig")]
    public async Task A_question_with_one_wrong_field_is_refused(string field, string value, int status, string code)
    {
        var partner = new BuurtPartner(support);
        var request = BuurtPartner.VraagRequest();
        request[field] = JsonNode.Parse(value);

        using var answer = await partner.PostAsync("/sociale-vragen", request);

        await answer.ProblemAsync(status, code);
        Assert.Empty(await partner.ItemsAsync("/sociale-vragen"));
    }

    [Fact]
    public async Task Notes_are_added_and_stay()
    {
        var partner = new BuurtPartner(support);
        var (_, assistent) = await partner.BuurtWithDutyAsync();
        var vraag = await partner.AskAsync();
        foreach (var text in new[] { "Gebeld, geen gehoor.", "Morgen langs." })
        {
            await partner.DoAsync($"/sociale-vragen/{vraag}/notities", new JsonObject { ["buurtassistentId"] = assistent, ["tekst"] = text });
        }

        var first = await partner.ReadAsync($"/sociale-vragen/{vraag}/notities?limit=1");
        Assert.Equal("Gebeld, geen gehoor.", first.GetProperty("items")[0].GetProperty("tekst").GetString());
        var second = await partner.ReadAsync($"/sociale-vragen/{vraag}/notities?cursor={first.GetProperty("volgende").GetString()}");
        Assert.Equal("Morgen langs.", second.GetProperty("items")[0].GetProperty("tekst").GetString());
    }

    [Fact]
    public async Task What_nobody_picks_up_in_time_is_raised_to_everybody_on_duty_once_a_term()
    {
        var partner = new BuurtPartner(support);
        var (buurt, assistent) = await partner.BuurtWithDutyAsync();
        var request = BuurtPartner.VraagRequest();
        request["urgentie"] = "hoog";
        var vraag = await partner.CreateAsync("/sociale-vragen", request);
        var picked = await partner.CreateAsync("/sociale-vragen", request.DeepClone());
        await partner.DoAsync($"/sociale-vragen/{picked}/oppakking", Who(assistent));
        // An hour after now the duty still runs, and two hours ago is a term.
        await AgeAsync(vraag, TimeSpan.FromHours(2));
        await AgeAsync(picked, TimeSpan.FromHours(2));
        var now = BuurtPartner.Now;

        var round = support.Services.GetRequiredService<SocialeVraagTermijnen>();
        await Task.WhenAll(round.RunAsync(now, default), round.RunAsync(now, default));
        await round.RunAsync(now.AddMinutes(1), default);

        var raised = await support.Events.FirstAsync<SocialeVraagOverdue>(found => found.SocialeVraagId == vraag);
        Assert.Equal((buurt, "hoog", 120), (raised.BuurtId, raised.Urgentie, raised.WaitMinutes));
        Assert.Equal([assistent], raised.BuurtassistentIds);
        Assert.Equal(["gesteld", "gewaarschuwd"], await StepsAsync(partner, vraag));
        Assert.Equal(["gesteld", "opgepakt"], await StepsAsync(partner, picked));

        await round.RunAsync(now.AddHours(2), default);
        Assert.Equal(["gesteld", "gewaarschuwd", "gewaarschuwd"], await StepsAsync(partner, vraag));
        Assert.DoesNotContain(support.Events.All<SocialeVraagOverdue>(), found => found.Event.SocialeVraagId == picked);
    }

    [Fact]
    public async Task Waiting_times_of_a_buurt_are_counted()
    {
        var partner = new BuurtPartner(support);
        var (buurt, assistent) = await partner.BuurtWithDutyAsync();
        foreach (var minutes in new[] { 10, 30, 90 })
        {
            var vraag = await partner.AskAsync();
            await AgeAsync(vraag, TimeSpan.FromMinutes(minutes));
            await partner.DoAsync($"/sociale-vragen/{vraag}/oppakking", Who(assistent));
        }

        await AgeAsync(await partner.AskAsync(), TimeSpan.FromMinutes(45));

        var counted = await partner.ReadAsync($"/buurten/{buurt}/wachttijden");
        Assert.Equal(4, counted.GetProperty("aantalOpen").GetInt32());
        Assert.Equal(1, counted.GetProperty("aantalNieuw").GetInt32());
        Assert.Equal(45, counted.GetProperty("oudsteWachtMinuten").GetInt32());
        Assert.Equal(30, counted.GetProperty("mediaanWachttijdMinuten").GetInt32());
        Assert.Equal(0, counted.GetProperty("aantalAfgerond").GetInt32());
        Assert.False(counted.TryGetProperty("mediaanDoorlooptijdMinuten", out _));
    }

    [Fact]
    public async Task Another_partner_finds_no_question()
    {
        var partner = new BuurtPartner(support);
        await partner.BuurtWithDutyAsync();
        var vraag = await partner.AskAsync();
        var other = new BuurtPartner(support);
        var (_, theirs) = await other.BuurtWithDutyAsync();

        foreach (var path in new[] { "", "/notities", "/geschiedenis" })
        {
            using var answer = await other.GetAsync($"/sociale-vragen/{vraag}{path}");
            await answer.ProblemAsync(404, "support.sociale-vraag.onbekend");
        }

        using var picked = await other.PostAsync($"/sociale-vragen/{vraag}/oppakking", Who(theirs));
        await picked.ProblemAsync(404, "support.sociale-vraag.onbekend");
        using var mine = await partner.PostAsync($"/sociale-vragen/{vraag}/oppakking", Who(theirs));
        await mine.ProblemAsync(422, "support.buurtassistent.ongeldig");
        Assert.Empty(await other.ItemsAsync("/sociale-vragen"));
    }

    private static JsonObject Who(Guid assistent) => new() { ["buurtassistentId"] = assistent };

    private static async Task<JsonElement> StepAsync(BuurtPartner partner, Guid vraag, string step, JsonNode? body = null) =>
        await partner.DoAsync($"/sociale-vragen/{vraag}/{step}", body, await partner.ETagAsync($"/sociale-vragen/{vraag}"));

    private static async Task<string[]> StepsAsync(BuurtPartner partner, Guid vraag) =>
        [.. (await partner.ItemsAsync($"/sociale-vragen/{vraag}/geschiedenis")).Select(step => step.GetProperty("stap").GetString()!)];

    private async Task AgeAsync(Guid vraag, TimeSpan age)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE sociale_vragen SET aangemaakt_op = aangemaakt_op - @age WHERE id = @vraag", new { vraag, age });
    }
}

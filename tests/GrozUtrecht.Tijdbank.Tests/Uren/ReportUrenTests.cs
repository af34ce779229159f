using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Uren;

[Collection(TijdbankCollection.Name)]
public sealed class ReportUrenTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task A_report_waits_and_shows_itself_to_both_sides_only()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var id = await scene.ReportedAsync();

        Assert.Equal(0, await scene.BalanceAsync());
        foreach (var side in new[] { scene.Beheer, scene.Organisatie })
        {
            var (status, body) = await side.AskAsync($"/urenregistraties/{id}");
            Assert.Equal((200, "gemeld"), (status, body.GetProperty("urenregistratie").GetProperty("status").GetString()));
            Assert.Equal("Koken in het buurthuis", body.GetProperty("stappen")[0].GetProperty("tekst").GetString());
            var list = await side.AskAsync($"/urenregistraties?persoonId={scene.PersoonId}&status=gemeld");
            Assert.True(list.Status == 200, list.Body.ToString());
            Assert.Equal(id, Assert.Single(list.Body.GetProperty("items").EnumerateArray()).Id());
        }

        Assert.Equal(404, (await scene.Vreemde.AskAsync($"/urenregistraties/{id}")).Status);
        Assert.Equal(404, (await Urenscene.StepAsync(scene.Vreemde, id, "bevestiging")).Status);
    }

    [Fact]
    public async Task The_organisation_may_report_and_then_the_persons_side_confirms()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var (status, body) = await scene.Organisatie.SendAsync("/urenregistraties", scene.Body());

        Assert.Equal((201, "ontvanger"), (status, body.GetProperty("gemeldDoor").GetString()));
        Assert.Equal(403, (await Urenscene.StepAsync(scene.Organisatie, body.Id(), "bevestiging")).Status);
        Assert.Equal(200, (await Urenscene.StepAsync(scene.Beheer, body.Id(), "bevestiging")).Status);
        Assert.Equal(90, await scene.BalanceAsync());
    }

    [Fact]
    public async Task For_a_person_the_manager_of_that_persons_account_confirms()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var (helpedPartner, helped) = (TestId.Guid(), TestId.Guid());
        await tijdbank.AccountAsync(helpedPartner, persoonId: helped);
        using var other = tijdbank.Partner(helpedPartner);
        var json = scene.Body().Replace($"\"voorPartnerId\":\"{scene.OrganisatieId}\"", $"\"voorPersoonId\":\"{helped}\"");
        var (status, body) = await scene.Beheer.SendAsync("/urenregistraties", json);

        Assert.Equal(201, status);
        Assert.Equal(200, (await Urenscene.StepAsync(other, body.Id(), "bevestiging")).Status);
        Assert.Equal(90, await scene.BalanceAsync());
        Assert.Equal(404, (await other.AskAsync($"/rekeningen/{scene.RekeningId}")).Status);
    }

    [Fact]
    public async Task A_day_holds_24_hours_of_one_person_however_many_report_at_once()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.Beheer.SendAsync("/urenregistraties", scene.Body(minutes: 480))));

        Assert.Equal(3, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal("tijdbank.urenregistratie.dag-te-vol", answer.Body.Code()));
    }

    [Fact]
    public async Task Known_times_of_one_person_do_not_overlap()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        Assert.Equal(201, (await scene.Beheer.SendAsync("/urenregistraties", scene.Body(60, extra: "\"beginTijd\":\"10:00\""))).Status);
        var overlap = await scene.Beheer.SendAsync("/urenregistraties", scene.Body(60, extra: "\"beginTijd\":\"10:59\""));
        var after = await scene.Beheer.SendAsync("/urenregistraties", scene.Body(60, extra: "\"beginTijd\":\"11:00\""));

        Assert.Equal((422, "tijdbank.urenregistratie.overlap"), (overlap.Status, overlap.Body.Code()));
        Assert.Equal((201, "11:00"), (after.Status, after.Body.GetProperty("beginTijd").GetString()));
    }

    [Theory]
    [InlineData("24:00")]
    [InlineData("9:00")]
    [InlineData("10:00:00")]
    [InlineData("10:00+01:00")]
    public async Task A_time_is_hours_and_minutes_of_the_Dutch_clock(string time)
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var answer = await scene.Beheer.SendAsync("/urenregistraties", scene.Body(60, extra: $"\"beginTijd\":\"{time}\""));

        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("\"duurMinuten\":90", "\"duurMinuten\":0", 400, "verzoek.ongeldig")]
    [InlineData("\"duurMinuten\":90", "\"duurMinuten\":1441", 400, "verzoek.ongeldig")]
    [InlineData("vrijwilligerswerk", "slapen", 400, "verzoek.onleesbaar")]
    [InlineData("Koken in het buurthuis", "Voor 111222333", 422, "tijdbank.urenregistratie.tekst-met-bsn")]
    [InlineData("Koken in het buurthuis", "Koken\\u0007", 400, "verzoek.ongeldig")]
    [InlineData("Koken in het buurthuis", "", 400, "verzoek.ongeldig")]
    [InlineData("\"omschrijving\"", "\"postcode\":\"9999\",\"omschrijving\"", 422, "tijdbank.urenregistratie.postcode-onbekend")]
    [InlineData("\"omschrijving\"", "\"postcode\":\"3511AB\",\"omschrijving\"", 400, "verzoek.ongeldig")]
    [InlineData("\"omschrijving\"", "\"voorPersoonId\":\"0198c2f0-0000-7000-8000-000000000001\",\"omschrijving\"", 422, "tijdbank.urenregistratie.voor-wie-onduidelijk")]
    public async Task Bad_input_has_a_stable_code_and_stores_nothing(string usual, string bad, int status, string code)
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var answer = await scene.Beheer.SendAsync("/urenregistraties", scene.Body().Replace(usual, bad));

        Assert.Equal((status, code), (answer.Status, answer.Body.Code()));
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from urenregistratie where persoon_id = $1", scene.PersoonId));
    }

    [Fact]
    public async Task Who_and_when_are_checked()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        async Task<string?> CodeAsync(HttpClient client, string json) => (await client.SendAsync("/urenregistraties", json)).Body.Code();

        Assert.Equal("tijdbank.urenregistratie.in-de-toekomst", await CodeAsync(scene.Beheer, scene.Body(datum: Urenscene.Yesterday.AddDays(2))));
        Assert.Equal("tijdbank.urenregistratie.te-lang-geleden", await CodeAsync(scene.Beheer, scene.Body(datum: Urenscene.Yesterday.AddDays(-366))));
        Assert.Equal("tijdbank.urenregistratie.melden-niet-toegestaan", await CodeAsync(scene.Vreemde, scene.Body()));
        var nobody = scene.Body().Replace(scene.PersoonId.ToString(), TestId.Guid().ToString());
        Assert.Equal("tijdbank.urenregistratie.persoon-onbekend", await CodeAsync(scene.Organisatie, nobody));
        var self = scene.Body().Replace($"\"voorPartnerId\":\"{scene.OrganisatieId}\"", $"\"voorPersoonId\":\"{scene.PersoonId}\"");
        Assert.Equal("tijdbank.urenregistratie.zelfde-persoon", await CodeAsync(scene.Beheer, self));
    }
}

using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Buurt;

[Collection(SupportCollection.Name)]
public sealed class SignalenTests(SupportFixture support)
{
    [Fact]
    public async Task Who_joins_in_counts_once_and_can_withdraw()
    {
        var partner = new BuurtPartner(support);
        var (asker, neighbour) = (TestId.Guid(), TestId.Guid());
        var signaal = await RaiseAsync(partner, asker);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => JoinAsync(partner, signaal, neighbour)));
        Assert.Equal(2, (await JoinAsync(partner, signaal, asker)).GetProperty("bijval").GetInt32());

        foreach (var _ in new[] { 1, 2 })
        {
            var left = await partner.DoAsync($"/buurtsignalen/{signaal}/bijval/intrekking", Person(neighbour));
            Assert.Equal(1, left.GetProperty("bijval").GetInt32());
        }

        var raised = await support.Events.FirstAsync<BuurtsignaalRaised>(found => found.SignaalId == signaal);
        Assert.Equal(("groen", BuurtPartner.Postcode, "utrecht-oost"), (raised.Thema, raised.Postcode, raised.Gebied));
    }

    [Fact]
    public async Task Merging_counts_nobody_twice_and_who_joins_later_joins_what_lives_on()
    {
        var partner = new BuurtPartner(support);
        var people = Enumerable.Range(0, 5).Select(_ => TestId.Guid()).ToArray();
        var (first, second, third) = (await RaiseAsync(partner, people[0]), await RaiseAsync(partner, people[1]), await RaiseAsync(partner));
        foreach (var (signaal, person) in new[] { (first, 1), (second, 0), (second, 2), (third, 2), (third, 3), (third, 0) })
        {
            await JoinAsync(partner, signaal, people[person]);
        }

        Assert.Equal(4, (await MergeAsync(partner, first, second, third)).GetProperty("bijval").GetInt32());
        Assert.Equal(5, (await JoinAsync(partner, second, people[4])).GetProperty("bijval").GetInt32());

        // And once more into another: what was merged before follows.
        var last = await RaiseAsync(partner, people[4]);
        Assert.Equal(5, (await MergeAsync(partner, last, first)).GetProperty("bijval").GetInt32());
        var merged = await partner.ReadAsync($"/buurtsignalen/{second}");
        Assert.Equal("samengevoegd", merged.GetProperty("status").GetString());
        Assert.Equal(last, merged.GetProperty("samengevoegdMet").GetGuid());
        Assert.Equal(last, (await JoinAsync(partner, third, people[0])).GetProperty("id").GetGuid());
        Assert.Equal([last], Ids(await partner.ItemsAsync("/buurtsignalen")));
        using var again = await partner.PostAsync($"/buurtsignalen/{second}/samenvoeging", Signals(last));
        await again.ProblemAsync(409, "support.buurtsignaal.gesloten");
    }

    [Fact]
    public async Task Joining_while_signals_are_merged_loses_and_doubles_nobody()
    {
        var partner = new BuurtPartner(support);
        var people = Enumerable.Range(0, 8).Select(_ => TestId.Guid()).ToArray();
        var (first, second) = (await RaiseAsync(partner), await RaiseAsync(partner));

        await Task.WhenAll([
            .. people.SelectMany(person => new[] { JoinAsync(partner, first, person), JoinAsync(partner, second, person) }),
            MergeAsync(partner, first, second)]);

        Assert.Equal(people.Length, (await partner.ReadAsync($"/buurtsignalen/{first}")).GetProperty("bijval").GetInt32());
    }

    [Fact]
    public async Task The_list_of_a_buurt_begins_with_what_most_people_want_and_shows_the_trend()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        List<Guid> signalen = [await RaiseAsync(partner), await RaiseAsync(partner), await RaiseAsync(partner)];
        foreach (var (signaal, count) in new[] { (1, 3), (2, 1) })
        {
            for (var person = 0; person < count; person++)
            {
                await JoinAsync(partner, signalen[signaal], TestId.Guid());
            }
        }

        await using var connection = await support.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE bijval SET aangemaakt_op = aangemaakt_op - interval '31 days' WHERE signaal_id = @id", new { id = signalen[1] });

        var first = await partner.ReadAsync($"/buurtsignalen?buurtId={buurt}&limit=2");
        Assert.Equal([signalen[1], signalen[2]], Ids([.. first.GetProperty("items").EnumerateArray()]));
        Assert.Equal((3, 0), (first.GetProperty("items")[0].GetProperty("bijval").GetInt32(), first.GetProperty("items")[0].GetProperty("bijval30Dagen").GetInt32()));
        Assert.Equal(1, first.GetProperty("items")[1].GetProperty("bijval30Dagen").GetInt32());
        Assert.Equal([signalen[0]], Ids(await partner.ItemsAsync($"/buurtsignalen?buurtId={buurt}&limit=2&cursor={first.GetProperty("volgende").GetString()}")));
        Assert.Empty(await partner.ItemsAsync("/buurtsignalen?thema=verkeer"));
    }

    [Fact]
    public async Task The_network_turns_signals_into_an_action_and_reports_back_to_everybody()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        var (asker, neighbour) = (TestId.Guid(), TestId.Guid());
        var signaal = await RaiseAsync(partner, asker);
        await JoinAsync(partner, signaal, neighbour);
        var lid = await AddMemberAsync(partner, buurt, TestId.Guid());
        var school = await partner.CreateAsync("/netwerkleden", new JsonObject { ["buurtId"] = buurt, ["rol"] = "professional", ["organisatie"] = "Basisschool" });

        await partner.DoAsync($"/buurtsignalen/{signaal}/behandeling");
        var actie = await partner.CreateAsync("/buurtacties", ActieRequest(lid, signaal));
        Assert.Equal("omgezet", (await partner.ReadAsync($"/buurtsignalen/{signaal}")).GetProperty("status").GetString());
        await partner.DoAsync($"/buurtacties/{actie}/updates", new JsonObject { ["netwerklidId"] = school, ["tekst"] = "De kinderen doen mee." });
        var change = new JsonObject { ["eigenaarId"] = school, ["titel"] = "Bankje bij het plein", ["streefDatum"] = "2027-05-01", ["status"] = "klaar" };
        using var changed = await partner.PutAsync($"/buurtacties/{actie}", change, "\"1\"");
        Assert.Equal("klaar", (await changed.BodyAsync(HttpStatusCode.OK)).GetProperty("status").GetString());
        Assert.Equal([actie], Ids(await partner.ItemsAsync($"/buurtacties?signaalId={signaal}&eigenaarId={school}")));

        using var early = await partner.PostAsync($"/buurtsignalen/{signaal}/gehoord", new JsonObject { ["persoonIds"] = new JsonArray(asker) });
        await early.ProblemAsync(409, "support.buurtsignaal.niet-teruggekoppeld");
        var report = new JsonObject { ["haalbaar"] = true, ["tekst"] = "Het bankje staat er." };
        await partner.DoAsync($"/buurtsignalen/{signaal}/terugkoppeling", report, await partner.ETagAsync($"/buurtsignalen/{signaal}"));

        var told = await support.Events.FirstAsync<BuurtsignaalTeruggekoppeld>(found => found.SignaalId == signaal);
        Assert.Equal(("teruggekoppeld", 2, 2), (told.Uitkomst, told.BijvalCount, told.ToBeHeardCount));
        var heard = new JsonObject { ["persoonIds"] = new JsonArray(asker, TestId.Guid()) };
        Assert.Equal(1, (await partner.DoAsync($"/buurtsignalen/{signaal}/gehoord", heard)).GetProperty("aantalTeHoren").GetInt32());
        Assert.Equal(neighbour, Assert.Single(await partner.ItemsAsync($"/buurtsignalen/{signaal}/te-horen")).GetProperty("persoonId").GetGuid());
        using var late = await partner.PostAsync($"/buurtsignalen/{signaal}/bijval", Person(TestId.Guid()));
        await late.ProblemAsync(409, "support.buurtsignaal.gesloten");
    }

    [Theory]
    [InlineData("thema", "\"weer\"", 400, "verzoek.onleesbaar")]
    [InlineData("tekst", "\"bsn 123456782\"", 422, "support.tekst.bsn")]
    [InlineData("tekst", "\"\"", 400, "verzoek.ongeldig")]
    [InlineData("postcode", "\"1012\"", 422, "support.postcode.onbekend")]
    [InlineData("persoonId", "\"00000000-0000-0000-0000-000000000000\"", 422, "support.persoon.ongeldig")]
    public async Task A_signal_with_one_wrong_field_is_refused(string field, string value, int status, string code)
    {
        var partner = new BuurtPartner(support);
        var request = SignaalRequest(null);
        request[field] = JsonNode.Parse(value);

        using var answer = await partner.PostAsync("/buurtsignalen", request);

        await answer.ProblemAsync(status, code);
        Assert.Empty(await partner.ItemsAsync("/buurtsignalen"));
    }

    [Fact]
    public async Task Another_partner_cannot_see_join_merge_or_act()
    {
        var partner = new BuurtPartner(support);
        var buurt = await partner.CreateBuurtAsync();
        var signaal = await RaiseAsync(partner);
        var lid = await AddMemberAsync(partner, buurt, TestId.Guid());
        var actie = await partner.CreateAsync("/buurtacties", ActieRequest(lid, signaal));
        var other = new BuurtPartner(support);
        var theirs = await RaiseAsync(other);

        foreach (var path in new[] { $"/buurtsignalen/{signaal}", $"/buurtsignalen/{signaal}/te-horen", $"/buurtacties/{actie}", $"/buurtacties/{actie}/updates" })
        {
            using var answer = await other.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var joined = await other.PostAsync($"/buurtsignalen/{signaal}/bijval", Person(TestId.Guid()));
        await joined.ProblemAsync(404, "support.buurtsignaal.onbekend");
        using var merged = await other.PostAsync($"/buurtsignalen/{theirs}/samenvoeging", Signals(signaal));
        await merged.ProblemAsync(422, "support.buurtsignaal.samenvoeging-ongeldig");
        using var acted = await other.PostAsync("/buurtacties", ActieRequest(lid, theirs));
        await acted.ProblemAsync(422, "support.buurtactie.eigenaar-ongeldig");
        using var stolen = await other.PostAsync("/buurtacties", ActieRequest(lid, signaal));
        await stolen.ProblemAsync(422, "support.buurtactie.signaal-ongeldig");
    }

    private static JsonObject SignaalRequest(Guid? persoonId) => new()
    {
        ["thema"] = "groen",
        ["tekst"] = "Meer bankjes bij het plein.",
        ["postcode"] = BuurtPartner.Postcode,
        ["persoonId"] = persoonId,
    };

    private static JsonObject ActieRequest(Guid eigenaar, Guid signaal) => new()
    {
        ["signaalIds"] = new JsonArray(signaal),
        ["eigenaarId"] = eigenaar,
        ["titel"] = "Bankje bij het plein",
        ["streefDatum"] = "2027-04-01",
    };

    private static JsonObject Person(Guid persoonId) => new() { ["persoonId"] = persoonId };

    private static JsonObject Signals(params Guid[] ids) => new() { ["signaalIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) };

    private static Task<Guid> RaiseAsync(BuurtPartner partner, Guid? persoonId = null) => partner.CreateAsync("/buurtsignalen", SignaalRequest(persoonId));

    private static Task<JsonElement> JoinAsync(BuurtPartner partner, Guid signaal, Guid persoonId) =>
        partner.DoAsync($"/buurtsignalen/{signaal}/bijval", Person(persoonId));

    private static Task<JsonElement> MergeAsync(BuurtPartner partner, Guid into, params Guid[] ids) =>
        partner.DoAsync($"/buurtsignalen/{into}/samenvoeging", Signals(ids));

    private static Task<Guid> AddMemberAsync(BuurtPartner partner, Guid buurt, Guid persoonId) =>
        partner.CreateAsync("/netwerkleden", new JsonObject { ["buurtId"] = buurt, ["rol"] = "bewoner", ["persoonId"] = persoonId });

    private static List<Guid> Ids(JsonElement[] items) => [.. items.Select(item => item.GetProperty("id").GetGuid())];
}

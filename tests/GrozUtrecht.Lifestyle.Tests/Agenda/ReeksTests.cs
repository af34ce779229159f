using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Features.Reeksen;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests.Agenda;

[Collection(LifestyleService.Name)]
public sealed class ReeksTests(LifestyleFixture service)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly DateOnly Monday = NederlandseTijd.WeekOf(Now).AddDays(14);

    [Fact]
    public async Task A_weekly_series_has_its_sessions_for_half_a_year_and_grows_with_the_calendar()
    {
        using var partner = service.Partner();
        var (activiteit, reeks) = await MadeAsync(partner, Weekly());
        var first = await BeginsAsync(partner, activiteit);

        await GrowAsync(Now.AddDays(70));
        await GrowAsync(Now.AddDays(70));

        var all = await BeginsAsync(partner, activiteit);
        var mondays = (NederlandseTijd.DayOf(Now).AddDays(70 + (26 * 7)).DayNumber - Monday.DayNumber + 6) / 7;
        Assert.Equal((26, mondays), (first.Count, all.Count));
        Assert.All(all, begin => Assert.Equal((DayOfWeek.Monday, 19), (NederlandseTijd.WallClock(begin).DayOfWeek, NederlandseTijd.WallClock(begin).Hour)));
        Assert.Equal(mondays, (int)(await GetAsync(partner, reeks))["aantalGepland"]!);
    }

    [Fact]
    public async Task A_session_added_by_hand_keeps_its_time_when_the_series_grows()
    {
        using var partner = service.Partner();
        var (activiteit, reeks) = await MadeAsync(partner, Weekly());
        var clash = Monday.AddDays(26 * 7);
        using var added = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/sessies", new JsonObject
        {
            ["begintOp"] = NederlandseTijd.MomentOf(clash, new TimeOnly(18, 30)),
            ["eindigtOp"] = NederlandseTijd.MomentOf(clash, new TimeOnly(19, 30)),
        });

        await GrowAsync(Now.AddDays(40));

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var begins = await BeginsAsync(partner, activiteit);
        Assert.Single(begins, begin => NederlandseTijd.DayOf(begin) == clash);
        Assert.Contains(begins, begin => NederlandseTijd.DayOf(begin) == clash.AddDays(7));
        Assert.True((bool)(await GetAsync(partner, reeks))["loopt"]!);
    }

    [Fact]
    public async Task A_preview_says_what_is_skipped_and_why_and_stores_nothing()
    {
        using var partner = service.Partner();
        var activiteit = await DraftedAsync(partner);
        using var added = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/sessies", new JsonObject
        {
            ["begintOp"] = NederlandseTijd.MomentOf(Monday, new TimeOnly(19, 0)),
            ["eindigtOp"] = NederlandseTijd.MomentOf(Monday, new TimeOnly(20, 0)),
        });
        var body = Weekly(aantal: 3);
        body["overgeslagenDagen"] = new JsonArray($"{Monday.AddDays(7):yyyy-MM-dd}");

        using var previewed = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/reeksen/voorbeeld", body);

        var dagen = (await previewed.ReadObjectAsync())["dagen"]!.AsArray();
        Assert.Equal(["botst", "overgeslagen", null, null], dagen.Select(dag => (string?)dag!["overgeslagen"]));
        Assert.Single(await BeginsAsync(partner, activiteit));
        Assert.Empty(await ItemsAsync(partner, $"{activiteit}/reeksen"));
    }

    [Fact]
    public async Task A_series_in_the_way_of_another_session_comes_whole_or_not_at_all()
    {
        using var partner = service.Partner();
        var (activiteit, _) = await MadeAsync(partner, Weekly(aantal: 2));

        using var second = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/reeksen", Weekly(aantal: 5, begintijd: "19:30"));

        Assert.Equal("409 lifestyle.reeks.overlapt", await second.ProblemAsync());
        Assert.Equal(2, (await BeginsAsync(partner, activiteit)).Count);
    }

    [Fact]
    public async Task A_change_moves_what_is_empty_and_keeps_what_people_come_to()
    {
        using var partner = service.Partner();
        var (activiteit, reeks) = await MadeAsync(partner, Weekly(aantal: 4));
        var sessies = await SessiesAsync(partner, activiteit);
        await EnrolAsync(partner, activiteit, sessies[1]);
        var body = Weekly(aantal: 4, begintijd: "19:30");

        using var changed = await partner.SendJsonAsync(HttpMethod.Put, reeks, body, "\"1\"");

        var answer = await changed.ReadObjectAsync();
        Assert.Equal((3, 0, 0), ((int)answer["verplaatst"]!, (int)answer["vervallen"]!, (int)answer["toegevoegd"]!));
        Assert.Equal((string?)sessies[1]["id"], (string?)answer["behouden"]!.AsArray().Single()!["sessieId"]);
        var after = await SessiesAsync(partner, activiteit);
        Assert.Equal(sessies.Select(sessie => (string?)sessie["id"]), after.Select(sessie => (string?)sessie["id"]));
        Assert.Equal([30, 0, 30, 30], after.Select(sessie => ((DateTimeOffset)sessie["begintOp"]!).Minute));
    }

    [Fact]
    public async Task Asked_to_a_change_takes_the_people_along()
    {
        using var partner = service.Partner();
        var (activiteit, reeks) = await MadeAsync(partner, Weekly(aantal: 2));
        await EnrolAsync(partner, activiteit, (await SessiesAsync(partner, activiteit))[0]);

        using var changed = await partner.SendJsonAsync(HttpMethod.Put, $"{reeks}?deelnamesMeeverhuizen=true", Weekly(aantal: 2, dag: "woensdag"), "\"1\"");

        var answer = await changed.ReadObjectAsync();
        Assert.Equal((2, 0), ((int)answer["verplaatst"]!, answer["behouden"]!.AsArray().Count));
        Assert.All(await BeginsAsync(partner, activiteit), begin => Assert.Equal(DayOfWeek.Wednesday, NederlandseTijd.WallClock(begin).DayOfWeek));
    }

    [Fact]
    public async Task A_change_of_an_older_version_is_refused()
    {
        using var partner = service.Partner();
        var (_, reeks) = await MadeAsync(partner, Weekly(aantal: 2));
        using var first = await partner.SendJsonAsync(HttpMethod.Put, reeks, Weekly(aantal: 3), "\"1\"");

        using var second = await partner.SendJsonAsync(HttpMethod.Put, reeks, Weekly(aantal: 4), "\"1\"");
        using var without = await partner.SendJsonAsync(HttpMethod.Put, reeks, Weekly(aantal: 4));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("412 verzoek.versie-verouderd", await second.ProblemAsync());
        Assert.Equal("428 verzoek.versie-ontbreekt", await without.ProblemAsync());
    }

    [Fact]
    public async Task A_skipped_day_stays_skipped_when_the_series_changes()
    {
        using var partner = service.Partner();
        var (activiteit, reeks) = await MadeAsync(partner, Weekly(aantal: 3));
        var day = new JsonObject { ["dag"] = $"{Monday.AddDays(7):yyyy-MM-dd}" };

        using var skipped = await partner.SendJsonAsync(HttpMethod.Post, $"{reeks}/overgeslagen-dagen", day.DeepClone());
        using var again = await partner.SendJsonAsync(HttpMethod.Post, $"{reeks}/overgeslagen-dagen", day);
        using var changed = await partner.SendJsonAsync(HttpMethod.Put, reeks, Weekly(aantal: 3, begintijd: "20:00"), "\"1\"");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (skipped.StatusCode, again.StatusCode));
        Assert.Equal(
            [Monday, Monday.AddDays(14), Monday.AddDays(21)],
            (await BeginsAsync(partner, activiteit)).Select(begin => NederlandseTijd.DayOf(begin)));
    }

    [Fact]
    public async Task A_day_that_people_come_to_is_skipped_only_when_asked_to_and_their_place_lapses()
    {
        using var partner = service.Partner();
        var (activiteit, reeks) = await MadeAsync(partner, Weekly(aantal: 3));
        var deelname = await EnrolAsync(partner, activiteit, (await SessiesAsync(partner, activiteit))[0]);
        var day = new JsonObject { ["dag"] = $"{Monday:yyyy-MM-dd}" };

        using var refused = await partner.SendJsonAsync(HttpMethod.Post, $"{reeks}/overgeslagen-dagen", day.DeepClone());
        day["deelnamesLatenVervallen"] = true;
        using var skipped = await partner.SendJsonAsync(HttpMethod.Post, $"{reeks}/overgeslagen-dagen", day);

        Assert.Equal("409 lifestyle.reeks.dag-met-deelnemers", await refused.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, skipped.StatusCode);
        Assert.Equal("vervallen", (string?)(await GetAsync(partner, deelname))["status"]);
    }

    [Fact]
    public async Task A_series_that_ends_keeps_what_was_and_what_people_come_to_and_grows_no_more()
    {
        using var partner = service.Partner();
        var (activiteit, reeks) = await MadeAsync(partner, Weekly());
        await EnrolAsync(partner, activiteit, (await SessiesAsync(partner, activiteit))[5]);

        using var ended = await partner.SendJsonAsync(
            HttpMethod.Post, $"{reeks}/beeindiging", new JsonObject { ["vanaf"] = $"{Monday.AddDays(21):yyyy-MM-dd}" });
        await GrowAsync(Now.AddDays(100));

        var answer = await ended.ReadObjectAsync();
        Assert.Equal((22, 1), ((int)answer["vervallen"]!, answer["behouden"]!.AsArray().Count));
        Assert.Equal(4, (await BeginsAsync(partner, activiteit)).Count);
        Assert.False((bool)(await GetAsync(partner, reeks))["loopt"]!);
    }

    [Fact]
    public async Task A_session_moves_with_its_people_but_not_onto_another_one()
    {
        using var partner = service.Partner();
        var (activiteit, _) = await MadeAsync(partner, Weekly(aantal: 2));
        var sessies = await SessiesAsync(partner, activiteit);
        var deelname = await EnrolAsync(partner, activiteit, sessies[0]);

        using var moved = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/sessies/{sessies[0]["id"]}/verplaatsing", At(Monday.AddDays(1), 10));
        using var onto = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/sessies/{sessies[0]["id"]}/verplaatsing", At(Monday.AddDays(7), 19));

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal("409 lifestyle.sessie.overlapt", await onto.ProblemAsync());
        Assert.Equal(NederlandseTijd.MomentOf(Monday.AddDays(1), new TimeOnly(10, 0)), (await BeginsAsync(partner, activiteit))[0]);
        Assert.Equal("aangemeld", (string?)(await GetAsync(partner, deelname))["status"]);
    }

    [Fact]
    public async Task Another_partner_sees_and_changes_no_series()
    {
        using var owner = service.Partner();
        using var other = service.Partner();
        var (activiteit, reeks) = await MadeAsync(owner, Weekly(aantal: 2));

        using var read = await other.GetAsync(reeks);
        using var changed = await other.SendJsonAsync(HttpMethod.Put, reeks, Weekly(aantal: 3), "\"1\"");
        using var made = await other.SendJsonAsync(HttpMethod.Post, $"{activiteit}/reeksen", Weekly(aantal: 3));

        Assert.Equal("404 lifestyle.reeks.onbekend", await read.ProblemAsync());
        Assert.Equal("404 lifestyle.reeks.onbekend", await changed.ProblemAsync());
        Assert.Equal("404 lifestyle.activiteit.onbekend", await made.ProblemAsync());
        Assert.Empty(await ItemsAsync(other, $"{activiteit}/reeksen"));
    }

    [Theory]
    [InlineData("weekdagen", "[]", "422 lifestyle.reeks.weekdag-ontbreekt")]
    [InlineData("weekdagen", """["maandag","maandag"]""", "422 lifestyle.reeks.weekdag-dubbel")]
    [InlineData("dagVanMaand", "3", "422 lifestyle.reeks.maanddag-overbodig")]
    [InlineData("frequentie", "\"dagelijks\"", "422 lifestyle.reeks.weekdag-overbodig")]
    [InlineData("frequentie", "\"maandelijks\"", "422 lifestyle.reeks.maanddag-ontbreekt")]
    [InlineData("tot", "\"2026-01-01\"", "422 lifestyle.reeks.eind-voor-begin")]
    [InlineData("vanaf", "\"2026-01-01\"", "422 lifestyle.reeks.in-het-verleden")]
    [InlineData("vanaf", "\"2126-01-01\"", "422 lifestyle.reeks.te-ver-vooruit")]
    [InlineData("begintijd", "\"25:00\"", "400 verzoek.ongeldig")]
    [InlineData("duurMinuten", "10", "400 verzoek.ongeldig")]
    [InlineData("elke", "0", "400 verzoek.ongeldig")]
    [InlineData("frequentie", "\"jaarlijks\"", "400 verzoek.onleesbaar")]
    public async Task What_does_not_hold_together_is_refused(string field, string json, string problem)
    {
        using var partner = service.Partner();
        var activiteit = await DraftedAsync(partner);
        var body = Weekly();
        body[field] = JsonNode.Parse(json);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/reeksen", body);

        Assert.Equal(problem, await response.ProblemAsync());
    }

    private Task GrowAsync(DateTimeOffset now) => service.Services.GetRequiredService<Reeksverlenging>().RunAsync(now, CancellationToken.None);

    private static JsonObject Weekly(int? aantal = null, string begintijd = "19:00", string dag = "maandag") => new()
    {
        ["frequentie"] = "wekelijks",
        ["weekdagen"] = new JsonArray(dag),
        ["vanaf"] = $"{Monday:yyyy-MM-dd}",
        ["begintijd"] = begintijd,
        ["duurMinuten"] = 60,
        ["aantal"] = aantal,
    };

    private static JsonObject At(DateOnly day, int hour) => new()
    {
        ["begintOp"] = NederlandseTijd.MomentOf(day, new TimeOnly(hour, 0)),
        ["eindigtOp"] = NederlandseTijd.MomentOf(day, new TimeOnly(hour + 1, 0)),
    };

    private static async Task<(string Activiteit, string Reeks)> MadeAsync(HttpClient partner, JsonObject body)
    {
        var activiteit = await DraftedAsync(partner);
        using var made = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/reeksen", body);
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return (activiteit, made.Headers.Location!.ToString());
    }

    private static async Task<string> EnrolAsync(HttpClient partner, string activiteit, JsonNode sessie)
    {
        using var published = await partner.SendJsonAsync(HttpMethod.Post, $"{activiteit}/publicatie", null, "\"1\"");
        using var made = await partner.SendJsonAsync(
            HttpMethod.Post, $"/lifestyle/v1/sessies/{sessie["id"]}/deelnames", new JsonObject { ["persoonId"] = TestId.Guid() });
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return made.Headers.Location!.ToString();
    }

    private static async Task<JsonObject> GetAsync(HttpClient partner, string address)
    {
        using var response = await partner.GetAsync(address);
        return await response.ReadObjectAsync();
    }

    private static async Task<List<JsonNode>> SessiesAsync(HttpClient partner, string activiteit) =>
        [.. (await ItemsAsync(partner, $"{activiteit}/sessies?limit=100")).Select(sessie => sessie!).Where(sessie => (string?)sessie["status"] == "gepland")];

    private static async Task<List<DateTimeOffset>> BeginsAsync(HttpClient partner, string activiteit) =>
        [.. (await SessiesAsync(partner, activiteit)).Select(sessie => (DateTimeOffset)sessie["begintOp"]!)];
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests.Agenda;

[Collection(LifestyleService.Name)]
public sealed class AgendaTests(LifestyleFixture service)
{
    private const string Links = "/lifestyle/v1/agendalinks";

    [Fact]
    public async Task Everybody_reads_the_sessions_of_a_published_activity()
    {
        using var partner = service.Partner();
        using var stranger = service.CreateClient();
        var address = await PublishedAsync(partner);
        var (feed, sessie) = (FeedOf(address), (await ItemsAsync(partner, $"{address}/sessies"))[0]!);

        using var answer = await stranger.GetAsync(feed);

        var item = Assert.Single((await ReadAsync(answer))["events"]!.AsArray())!;
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(((string?)sessie["id"], "Wandelen rond de plas", "CONFIRMED"), ((string?)item["uid"], (string?)item["summary"], (string?)item["status"]));
        Assert.Equal((DateTimeOffset)sessie["begintOp"]!, (DateTimeOffset)item["start"]!);
        Assert.Equal("Buurthuis De Driehoek, 3431", (string?)item["location"]);
    }

    [Fact]
    public async Task A_calendar_that_did_not_change_is_not_sent_again()
    {
        using var partner = service.Partner();
        using var stranger = service.CreateClient();
        var feed = FeedOf(await PublishedAsync(partner));
        using var first = await stranger.GetAsync(feed);

        using var request = new HttpRequestMessage(HttpMethod.Get, feed) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var second = await stranger.SendAsync(request);
        using var head = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, feed));

        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (second.StatusCode, head.StatusCode));
        Assert.Equal(first.Headers.ETag, head.Headers.ETag);
    }

    [Fact]
    public async Task A_session_that_is_cancelled_stays_under_its_name_as_cancelled_and_its_number_grows()
    {
        using var partner = service.Partner();
        using var stranger = service.CreateClient();
        var address = await PublishedAsync(partner);
        var sessie = (await ItemsAsync(partner, $"{address}/sessies"))[0]!;
        var before = Assert.Single(await EventsAsync(stranger, FeedOf(address)))!;

        using var cancelled = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies/{sessie["id"]}/annulering", null);

        var after = Assert.Single(await EventsAsync(stranger, FeedOf(address)))!;
        Assert.Equal(((string?)before["uid"], "CANCELLED"), ((string?)after["uid"], (string?)after["status"]));
        Assert.True((int)after["sequence"]! > (int)before["sequence"]!);
    }

    [Fact]
    public async Task A_draft_has_no_calendar_and_what_is_withdrawn_is_struck_out()
    {
        using var partner = service.Partner();
        using var stranger = service.CreateClient();
        using var draft = await stranger.GetAsync(FeedOf(await DraftedAsync(partner)));
        var address = await PublishedAsync(partner);
        using var withdrawn = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/intrekking", null, "\"2\"");

        var item = Assert.Single(await EventsAsync(stranger, FeedOf(address)))!;

        Assert.Equal("404 lifestyle.activiteit.onbekend", await draft.ProblemAsync());
        Assert.Equal((HttpStatusCode.OK, "CANCELLED"), (withdrawn.StatusCode, (string?)item["status"]));
    }

    [Fact]
    public async Task The_calendar_of_an_area_has_what_is_published_there_and_nothing_else()
    {
        using var partner = service.Partner();
        using var stranger = service.CreateClient();
        var here = await SessieOfAsync(partner, await PublishedAsync(partner, body => body["postcode"] = "3431"));
        var elsewhere = await SessieOfAsync(partner, await PublishedAsync(partner, body => body["postcode"] = "3526"));
        using var found = await partner.GetAsync((await ItemsAsync(partner, $"{Activiteiten}?limit=1"))[0] is { } item ? $"{Activiteiten}/{item["id"]}" : "");
        var gebied = (string)(await found.ReadObjectAsync())["gebied"]!;

        var uids = (await EventsAsync(stranger, $"/open/agenda/gebieden/{gebied}.ics")).Select(item => (string?)item!["uid"]).ToList();
        using var unknown = await stranger.GetAsync("/open/agenda/gebieden/nergens.ics");

        Assert.Contains(here, uids);
        Assert.DoesNotContain(elsewhere, uids);
        Assert.Equal("404 verzoek.onbekend-adres", await unknown.ProblemAsync());
    }

    [Fact]
    public async Task A_link_shows_where_its_person_takes_part_until_it_is_withdrawn()
    {
        using var partner = service.Partner();
        using var stranger = service.CreateClient();
        var (person, sessie) = (TestId.Guid(), await SessieOfAsync(partner, await PublishedAsync(partner)));
        await EnrolAsync(partner, sessie, person);
        await EnrolAsync(partner, await SessieOfAsync(partner, await PublishedAsync(partner)), TestId.Guid());
        var (link, feed) = await LinkAsync(partner, person);

        using var answer = await stranger.GetAsync(feed);
        using var withdrawn = await partner.DeleteAsync(link);
        using var after = await stranger.GetAsync(feed);

        Assert.Equal(sessie, (string?)Assert.Single((await ReadAsync(answer))["events"]!.AsArray())!["uid"]);
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (withdrawn.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task A_link_shows_nothing_that_another_partner_registered()
    {
        using var partner = service.Partner();
        using var other = service.Partner();
        using var stranger = service.CreateClient();
        var person = TestId.Guid();
        await EnrolAsync(other, await SessieOfAsync(other, await PublishedAsync(other)), person);

        var (link, feed) = await LinkAsync(partner, person);
        using var foreign = await other.DeleteAsync(link);

        Assert.Empty(await EventsAsync(stranger, feed));
        Assert.Equal("404 lifestyle.agendalink.onbekend", await foreign.ProblemAsync());
    }

    [Fact]
    public async Task A_secret_is_kept_nowhere_and_stands_in_no_span()
    {
        using var partner = service.Partner();
        using var stranger = service.CreateClient();
        ConcurrentQueue<string> seen = new();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        var (_, feed) = await LinkAsync(partner, TestId.Guid());
        var secret = feed.Split('/')[^1].Split('.')[0];
        ActivitySource.AddActivityListener(listener);

        using var found = await stranger.GetAsync(feed);
        using var lost = await stranger.GetAsync(feed[..^5] + "x.ics");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (found.StatusCode, lost.StatusCode));
        Assert.DoesNotContain(secret[..^1], await lost.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(seen, tags => tags.Contains("/open/agenda/personen/verborgen", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, tags => tags.Contains(secret[..^1], StringComparison.Ordinal));
        await using var connection = await service.Database.OpenConnectionAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            "SELECT count(*)::int FROM agendalinks WHERE position(@secret in encode(geheim_hash, 'escape')) > 0", new { secret }));
    }

    [Fact]
    public async Task A_link_cannot_be_asked_for_with_a_key_that_would_keep_its_answer()
    {
        using var partner = service.Partner();

        using var answer = await partner.SendJsonAsync(HttpMethod.Post, Links, new JsonObject { ["persoonId"] = TestId.Guid() }, key: "een-sleutel");

        Assert.Equal("400 lifestyle.agendalink.antwoord-niet-bewaard", await answer.ProblemAsync());
        Assert.Empty(await ItemsAsync(partner, Links));
    }

    [Fact]
    public async Task A_person_has_at_most_five_links_however_many_are_asked_for_at_once()
    {
        using var partner = service.Partner();
        var person = TestId.Guid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => partner.SendJsonAsync(HttpMethod.Post, Links, new JsonObject { ["persoonId"] = person })));

        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(5, (await ItemsAsync(partner, Links)).Count);
    }

    [Fact]
    public async Task Who_is_removed_has_no_calendar_any_more_and_gets_none_again()
    {
        using var partner = service.Partner();
        using var stranger = service.CreateClient();
        var person = TestId.Guid();
        var (_, feed) = await LinkAsync(partner, person);

        await service.PublishAsync(new PersoonVerwijderd { PersoonId = person, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() });

        await Eventually.Async(
            async () => (await stranger.GetAsync(feed)).StatusCode == HttpStatusCode.NotFound, TimeSpan.FromSeconds(30), "the link to be gone");
        using var again = await partner.SendJsonAsync(HttpMethod.Post, Links, new JsonObject { ["persoonId"] = person });
        Assert.Equal("409 lifestyle.agendalink.persoon-verwijderd", await again.ProblemAsync());
    }

    private static string FeedOf(string activiteit) => $"/open/agenda/activiteiten/{activiteit.Split('/')[^1]}.ics";

    private static async Task<string> SessieOfAsync(HttpClient partner, string activiteit) => (string)(await ItemsAsync(partner, $"{activiteit}/sessies"))[0]!["id"]!;

    private static async Task EnrolAsync(HttpClient partner, string sessie, Guid person)
    {
        using var made = await partner.SendJsonAsync(HttpMethod.Post, $"/lifestyle/v1/sessies/{sessie}/deelnames", new JsonObject { ["persoonId"] = person });
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
    }

    private static async Task<(string Link, string Feed)> LinkAsync(HttpClient partner, Guid person)
    {
        using var made = await partner.SendJsonAsync(HttpMethod.Post, Links, new JsonObject { ["persoonId"] = person });
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return (made.Headers.Location!.ToString(), new Uri((string)(await made.ReadObjectAsync())["adres"]!).AbsolutePath);
    }

    private static async Task<JsonArray> EventsAsync(HttpClient client, string feed)
    {
        using var answer = await client.GetAsync(feed);
        return (await ReadAsync(answer))["events"]!.AsArray();
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return await SecondParser.ReadAsync(text);
    }
}

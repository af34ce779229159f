using System.Net;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.OpenData;

[Collection(LifestyleService.Name)]
public sealed class OpenActiveFeedTests(LifestyleFixture lifestyle)
{
    private readonly OpenActiveWorld world = new(lifestyle);

    [Fact]
    public async Task A_published_activity_of_a_verified_aanbieder_is_a_series_with_its_sessions()
    {
        var aanbieder = await world.AanbiederAsync(website: "https://wandelclub.example/");
        var activiteit = await world.ActiviteitAsync(aanbieder, prijsCenten: 250, drempels: ["alleen-vrouwen", "rolstoeltoegankelijk"]);
        var sessie = await world.SessieAsync(activiteit);
        await world.WriteAsync();

        var series = (await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit))!;
        Assert.Equal(("updated", "SessionSeries"), (series["state"]!.GetValue<string>(), series["kind"]!.GetValue<string>()));
        var data = series["data"]!;
        Assert.Equal("Walking", data["activity"]![0]!["prefLabel"]!.GetValue<string>());
        Assert.Equal(2.5m, data["offers"]![0]!["price"]!.GetValue<decimal>());
        Assert.Null(data["isAccessibleForFree"]);
        Assert.Equal("https://openactive.io/FemaleOnly", data["genderRestriction"]!.GetValue<string>());
        Assert.Contains("rolstoel", data["accessibilityInformation"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("3431 Nieuwegein", data["location"]!["address"]!.GetValue<string>());
        Assert.Equal("https://wandelclub.example/", data["organizer"]!["sameAs"]![0]!.GetValue<string>());

        var session = (await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie))!["data"]!;
        Assert.Equal(data["@id"]!.GetValue<string>(), session["superEvent"]!.GetValue<string>());
        Assert.Equal((12, 12), (session["maximumAttendeeCapacity"]!.GetValue<int>(), session["remainingAttendeeCapacity"]!.GetValue<int>()));
        Assert.Equal("PT1H", session["duration"]!.GetValue<string>());
        Assert.Equal("https://schema.org/EventScheduled", session["eventStatus"]!.GetValue<string>());
        Assert.Null(session["location"]);
    }

    [Fact]
    public async Task A_tasting_tells_its_own_place_and_a_session_that_does_not_go_on_says_so()
    {
        var activiteit = await world.ActiviteitAsync(await world.AanbiederAsync());
        var tasting = await world.SessieAsync(activiteit, soort: "proeverij", postcode: "3526", locatienaam: "Wijkcentrum");
        var cancelled = await world.SessieAsync(activiteit, 72);
        await world.ExecuteAsync("UPDATE sessies SET sessie_status = 'vervallen' WHERE id = @cancelled", new { cancelled });
        await world.WriteAsync();

        var location = (await world.ItemAsync(OpenActiveWorld.SessionsFeed, tasting))!["data"]!["location"]!;
        Assert.Equal(("Wijkcentrum", "3526 Utrecht"), (location["name"]!.GetValue<string>(), location["address"]!.GetValue<string>()));
        Assert.Equal(
            "https://schema.org/EventCancelled",
            (await world.ItemAsync(OpenActiveWorld.SessionsFeed, cancelled))!["data"]!["eventStatus"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_an_active_resident_nothing_but_the_name_and_an_id_goes_out()
    {
        var activiteit = await world.ActiviteitAsync(await world.AanbiederAsync(soort: "actieve-bewoner", naam: "Fatma", website: "https://fatma.example/"));
        await world.WriteAsync();

        var organizer = (await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit))!["data"]!["organizer"]!.AsObject();
        Assert.Equal(["@type", "@id", "name"], organizer.Select(property => property.Key));
    }

    [Theory]
    [InlineData("geverifieerd", null, "gepubliceerd")]
    [InlineData("geverifieerd", "no-such-concept", "gepubliceerd")]
    [InlineData("geverifieerd", OpenActiveWorld.Walking, "concept")]
    [InlineData("geverifieerd", OpenActiveWorld.Walking, "ingetrokken")]
    [InlineData("aangemeld", OpenActiveWorld.Walking, "gepubliceerd")]
    [InlineData(null, OpenActiveWorld.Walking, "gepubliceerd")]
    public async Task What_is_not_open_is_not_in_the_feeds(string? aanbiederStatus, string? concept, string status)
    {
        var aanbieder = aanbiederStatus is null ? (Guid?)null : await world.AanbiederAsync(aanbiederStatus);
        var activiteit = await world.ActiviteitAsync(aanbieder, concept, status);
        var sessie = await world.SessieAsync(activiteit);
        await world.WriteAsync();

        Assert.Null(await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit));
        Assert.Null(await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie));
    }

    [Theory]
    [InlineData("activiteiten SET status = 'ingetrokken'", "activiteiten SET status = 'gepubliceerd'")]
    [InlineData("activiteiten SET openactive_concept = NULL", $"activiteiten SET openactive_concept = '{OpenActiveWorld.Walking}'")]
    [InlineData("aanbieders SET status = 'gestopt'", "aanbieders SET status = 'geverifieerd'")]
    public async Task What_stops_being_open_leaves_tombstones_and_may_come_back(string stop, string again)
    {
        var aanbieder = await world.AanbiederAsync();
        var activiteit = await world.ActiviteitAsync(aanbieder);
        var sessie = await world.SessieAsync(activiteit);
        await world.WriteAsync();

        await world.ExecuteAsync($"UPDATE {stop} WHERE id IN (@aanbieder, @activiteit)", new { aanbieder, activiteit });
        await world.WriteAsync();
        foreach (var (feed, id) in new[] { (OpenActiveWorld.SeriesFeed, activiteit), (OpenActiveWorld.SessionsFeed, sessie) })
        {
            var tombstone = (await world.ItemAsync(feed, id))!;
            Assert.Equal("deleted", tombstone["state"]!.GetValue<string>());
            Assert.False(tombstone.ContainsKey("data"));
        }

        await world.ExecuteAsync($"UPDATE {again} WHERE id IN (@aanbieder, @activiteit)", new { aanbieder, activiteit });
        await world.WriteAsync();
        Assert.Equal("updated", (await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit))!["state"]!.GetValue<string>());
        Assert.Equal("updated", (await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie))!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_session_that_is_over_becomes_a_tombstone_that_is_kept_thirty_days()
    {
        var sessie = await world.SessieAsync(await world.ActiviteitAsync(await world.AanbiederAsync()), 1);
        await world.WriteAsync();

        await world.WriteAsync(OpenActiveWorld.Now.AddHours(27));
        Assert.Equal("deleted", (await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie))!["state"]!.GetValue<string>());

        await world.WriteAsync(OpenActiveWorld.Now.AddHours(27).AddDays(29));
        Assert.NotNull(await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie));
        await world.WriteAsync(OpenActiveWorld.Now.AddHours(27).AddDays(31));
        Assert.Null(await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie));
    }

    [Theory]
    [InlineData("afterTimestamp=1")]
    [InlineData("afterId=0192f0c0-0000-7000-8000-000000000000")]
    [InlineData("afterTimestamp=x&afterId=0192f0c0-0000-7000-8000-000000000000")]
    [InlineData("afterTimestamp=-1&afterId=0192f0c0-0000-7000-8000-000000000000")]
    [InlineData("afterTimestamp=99999999999999999999&afterId=0192f0c0-0000-7000-8000-000000000000")]
    [InlineData("afterTimestamp=1&afterId=x")]
    [InlineData("afterTimestamp=1&afterTimestamp=2&afterId=0192f0c0-0000-7000-8000-000000000000")]
    public async Task Half_a_place_or_nonsense_is_refused(string query)
    {
        using var client = lifestyle.CreateClient();
        using var response = await client.GetAsync($"{OpenActiveWorld.SeriesFeed}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_page_says_what_it_is_and_how_long_it_may_be_kept()
    {
        await world.ActiviteitAsync(await world.AanbiederAsync());
        await world.WriteAsync();
        using var client = lifestyle.CreateClient();
        using var page = await client.GetAsync(OpenActiveWorld.SeriesFeed);
        Assert.Equal("application/vnd.openactive.rpde+json; version=1", page.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=3600", page.Headers.CacheControl!.ToString());
        var body = await page.ReadObjectAsync();
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", body["license"]!.GetValue<string>());

        using var last = await client.GetAsync((await world.WalkAsync(OpenActiveWorld.SeriesFeed)).Next);
        Assert.Equal("public, max-age=8", last.Headers.CacheControl!.ToString());
        Assert.Empty((await last.ReadObjectAsync())["items"]!.AsArray());
    }
}

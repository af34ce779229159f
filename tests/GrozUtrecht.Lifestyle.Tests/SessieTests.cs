using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class SessieTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_session_is_found_at_its_address()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);

        using var added = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(1));
        using var found = await partner.GetAsync(added.Headers.Location);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var sessie = await found.ReadObjectAsync();
        Assert.Equal((DateTimeOffset)Sessie(1)["begintOp"]!, (DateTimeOffset)sessie["begintOp"]!);
    }

    [Fact]
    public async Task The_pages_of_sessions_follow_time_whatever_the_order_of_adding()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);
        foreach (var day in (int[])[4, 1, 5, 2, 3])
            await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(day));

        List<DateTimeOffset> begins = [];
        string? cursor = null;
        do
        {
            using var response = await partner.GetAsync($"{address}/sessies?limit=2&cursor={cursor}");
            var page = await response.ReadObjectAsync();
            begins.AddRange(page["items"]!.AsArray().Select(item => (DateTimeOffset)item!["begintOp"]!));
            cursor = (string?)page["volgende"];
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 5).Select(day => (DateTimeOffset)Sessie(day)["begintOp"]!), begins);
    }

    [Theory]
    [InlineData(10, 11)]
    [InlineData(9, 12)]
    [InlineData(11, 13)]
    public async Task A_session_that_overlaps_another_of_the_same_activity_is_refused(int begins, int ends)
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);
        using var first = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(1, 10, 12));

        using var second = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(1, begins, ends));

        Assert.Equal("409 lifestyle.sessie.overlapt", await second.ProblemAsync());
    }

    [Fact]
    public async Task A_session_may_begin_when_another_ends_and_overlap_one_of_another_activity()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);
        var other = await DraftedAsync(partner);
        using var first = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(1, 10, 11));

        using var next = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(1, 11, 12));
        using var beside = await partner.SendJsonAsync(HttpMethod.Post, $"{other}/sessies", Sessie(1, 10, 11));

        Assert.Equal(HttpStatusCode.Created, next.StatusCode);
        Assert.Equal(HttpStatusCode.Created, beside.StatusCode);
    }

    [Fact]
    public async Task Of_overlapping_sessions_added_at_once_one_is_stored()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(i => partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(1, 8 + (i % 2), 12))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await ItemsAsync(partner, $"{address}/sessies"));
    }

    [Theory]
    [InlineData(1, 11, 10, "lifestyle.sessie.eind-voor-begin")]
    [InlineData(1, 10, 10, "lifestyle.sessie.eind-voor-begin")]
    [InlineData(1, 0, 13, "lifestyle.sessie.te-lang")]
    [InlineData(-1, 10, 11, "lifestyle.sessie.in-het-verleden")]
    [InlineData(800, 10, 11, "lifestyle.sessie.te-ver-vooruit")]
    public async Task A_session_at_an_impossible_time_is_refused(int daysAhead, int begins, int ends, string code)
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(daysAhead, begins, ends));

        Assert.Equal($"422 {code}", await response.ProblemAsync());
    }

    [Theory]
    [InlineData("\"morgen\"")]
    [InlineData("null")]
    [InlineData("1764000000")]
    public async Task A_moment_that_is_none_is_refused(string json)
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);
        var body = Sessie(1);
        body["begintOp"] = JsonNode.Parse(json);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", body);

        Assert.Equal("400 verzoek.onleesbaar", await response.ProblemAsync());
    }

    [Theory]
    [InlineData("geen-cursor")]
    [InlineData("bmVn")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);

        using var response = await partner.GetAsync($"{address}/sessies?cursor={cursor}");

        Assert.Equal("400 verzoek.cursor-ongeldig", await response.ProblemAsync());
    }
}

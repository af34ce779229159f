using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Lifestyle.Features.OpenData;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Lifestyle.Tests.OpenData;

/// <summary>A harvester keeps its place and never looks back: whatever becomes visible later must come after it.</summary>
[Collection(LifestyleService.Name)]
public sealed class OpenActiveOrderTests(LifestyleFixture lifestyle)
{
    private readonly OpenActiveWorld world = new(lifestyle);

    [Fact]
    public async Task A_change_that_began_first_and_committed_last_comes_after_what_was_handed_out()
    {
        var aanbieder = await world.AanbiederAsync();
        var slow = await world.ActiviteitAsync(aanbieder);
        var quick = await world.ActiviteitAsync(aanbieder);
        await world.WriteAsync();
        var before = await world.WalkAsync(OpenActiveWorld.SeriesFeed);

        await using var connection = await lifestyle.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("UPDATE activiteiten SET naam = 'Langzaam' WHERE id = @slow", new { slow });
        await world.ExecuteAsync("UPDATE activiteiten SET naam = 'Snel' WHERE id = @quick", new { quick });
        // Not until done: the mark of the slow one cannot be seen yet, and must not be lost.
        await world.WriteAsync();
        var between = await world.WalkAsync(before.Next);
        Assert.Equal("Snel", NameOf(between, quick));
        Assert.False(between.Last.ContainsKey(slow));

        await transaction.CommitAsync();
        await world.WriteAsync();
        Assert.Equal("Langzaam", NameOf(await world.WalkAsync(between.Next), slow));
    }

    [Fact]
    public async Task A_session_added_while_its_activity_is_published_is_in_the_feed_whoever_commits_first()
    {
        var aanbieder = await world.AanbiederAsync();
        foreach (var sessionFirst in new[] { true, false })
        {
            var activiteit = await world.ActiviteitAsync(aanbieder, status: "concept");
            var sessie = TestId.Guid();
            await using var adding = await lifestyle.Database.OpenConnectionAsync();
            await using var added = await adding.BeginTransactionAsync();
            await using var publishing = await lifestyle.Database.OpenConnectionAsync();
            await using var published = await publishing.BeginTransactionAsync();
            await publishing.ExecuteAsync("UPDATE activiteiten SET status = 'gepubliceerd' WHERE id = @activiteit", new { activiteit });
            await adding.ExecuteAsync(
                "INSERT INTO sessies (id, activiteit_id, begint_op, eindigt_op, aangemaakt_op) VALUES (@sessie, @activiteit, @begin, @end, @begin)",
                new { sessie, activiteit, begin = OpenActiveWorld.Now.AddHours(5), end = OpenActiveWorld.Now.AddHours(6) });

            await (sessionFirst ? added : published).CommitAsync();
            await world.WriteAsync();
            await (sessionFirst ? published : added).CommitAsync();
            await world.WriteAsync();
            Assert.Equal("updated", (await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie))?["state"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Only_one_writes_at_a_time_and_the_other_does_not_wait()
    {
        var activiteit = await world.ActiviteitAsync(await world.AanbiederAsync());
        await using (var connection = await lifestyle.Database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync("SELECT FROM openactive_stand FOR UPDATE");
            await lifestyle.Services.GetRequiredService<OpenActiveWriter>().RunAsync(OpenActiveWorld.Now, CancellationToken.None);
            Assert.Null(await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit));
        }

        await world.WriteAsync();
        Assert.NotNull(await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit));
    }

    [Fact]
    public async Task Numbers_never_go_back_even_when_the_clock_does()
    {
        var activiteit = await world.ActiviteitAsync(await world.AanbiederAsync());
        await world.WriteAsync();
        var first = Modified(await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit));
        await world.ExecuteAsync("UPDATE activiteiten SET naam = 'Later' WHERE id = @activiteit", new { activiteit });
        await world.WriteAsync(OpenActiveWorld.Now.AddYears(-1));
        Assert.True(Modified(await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit)) > first);
    }

    [Fact]
    public async Task What_did_not_change_for_a_reader_keeps_its_number()
    {
        var activiteit = await world.ActiviteitAsync(await world.AanbiederAsync());
        await world.WriteAsync();
        var first = Modified(await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit));
        await world.ExecuteAsync("UPDATE activiteiten SET naam = naam, version = version + 1 WHERE id = @activiteit", new { activiteit });
        await world.WriteAsync();
        Assert.Equal(first, Modified(await world.ItemAsync(OpenActiveWorld.SeriesFeed, activiteit)));
    }

    [Fact]
    public async Task Registrations_change_a_session_in_the_feed_at_most_once_a_minute()
    {
        // Far ahead, because another test may have moved the clock of the feed by weeks.
        var sessie = await world.SessieAsync(await world.ActiviteitAsync(await world.AanbiederAsync()), TimeSpan.HoursPerDay * 365);
        await world.WriteAsync();
        var first = Modified(await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie));
        var written = DateTimeOffset.UnixEpoch.AddTicks(first * TimeSpan.TicksPerMicrosecond);

        for (var registration = 0; registration < 5; registration++)
        {
            await world.ExecuteAsync("UPDATE sessies SET bezet = bezet + 1 WHERE id = @sessie", new { sessie });
            await world.WriteAsync(written.AddSeconds(10 * registration));
            Assert.Equal(first, Modified(await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie)));
        }

        await world.WriteAsync(written.AddSeconds(61));
        var second = (await world.ItemAsync(OpenActiveWorld.SessionsFeed, sessie))!;
        Assert.True(Modified(second) > first);
        Assert.Equal(7, second["data"]!["remainingAttendeeCapacity"]!.GetValue<int>());
    }

    private static string NameOf(OpenActiveWalk walk, Guid id) => walk.Last[id]["data"]!["name"]!.GetValue<string>();

    private static long Modified(JsonObject? item) => item!["modified"]!.GetValue<long>();
}

using Dapper;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.OpenData;

/// <summary>The feed read from start to last page while sessions change in many transactions at once.</summary>
[Collection(LifestyleService.Name)]
public sealed class OpenActiveWalkTests(LifestyleFixture lifestyle)
{
    private const int Sessions = 1_200;
    private const int Changers = 4;
    private const int ChangesEach = 60;

    private readonly OpenActiveWorld world = new(lifestyle);

    [Fact]
    public async Task A_harvester_that_reads_while_sessions_change_ends_with_the_last_state_of_each()
    {
        var activiteit = await world.ActiviteitAsync(await world.AanbiederAsync());
        var ids = Enumerable.Range(0, Sessions).Select(_ => TestId.Guid()).ToArray();
        await world.ExecuteAsync(
            """
            INSERT INTO sessies (id, activiteit_id, begint_op, eindigt_op, aangemaakt_op, capaciteit)
            SELECT id, @activiteit, @Now + nr * interval '1 hour', @Now + nr * interval '1 hour' + interval '1 hour', @Now, 12
            FROM unnest(@ids) WITH ORDINALITY AS n (id, nr)
            """,
            new { ids, activiteit, OpenActiveWorld.Now });
        await world.WriteAsync();

        var changes = Task.WhenAll(Enumerable.Range(0, Changers).Select(changer => Task.Run(() => ChangeAsync(ids, changer))));
        var walk = new OpenActiveWalk(OpenActiveWorld.SessionsFeed);
        var (numbers, pages) = (new List<long>(), 0);
        while (!changes.IsCompleted || pages == 0)
        {
            await world.WriteAsync();
            await GoOnAsync(walk, numbers);
            pages++;
        }

        await changes;
        await world.WriteAsync();
        await GoOnAsync(walk, numbers);

        Assert.Equal(numbers.Order().Distinct(), numbers);
        await using var connection = await lifestyle.Database.OpenConnectionAsync();
        var truth = (await connection.QueryAsync<(Guid Id, int? Capaciteit)>(
            "SELECT n.id, s.capaciteit FROM unnest(@ids) AS n (id) LEFT JOIN sessies s ON s.id = n.id", new { ids }))
            .ToDictionary(row => row.Id, row => row.Capaciteit);
        Assert.Contains(truth.Values, capaciteit => capaciteit is null);
        Assert.All(truth, row => Assert.Equal(row.Value, walk.Last[row.Key]["data"]?["maximumAttendeeCapacity"]!.GetValue<int>()));
    }

    private async Task GoOnAsync(OpenActiveWalk walk, List<long> numbers)
    {
        using var client = lifestyle.CreateClient();
        var seen = walk.Items.Count;
        do
        {
            using var response = await client.GetAsync(walk.Next);
            walk.Read(await response.ReadObjectAsync());
        }
        while (!walk.IsDone);
        numbers.AddRange(walk.Items.Skip(seen).Select(item => item["modified"]!.GetValue<long>()));
    }

    // Each changes sessions of its own, a few in one transaction, so that transactions overlap and end in another order than they began.
    private async Task ChangeAsync(Guid[] ids, int changer)
    {
        var random = new Random(changer);
        var own = ids.Where((_, index) => index % Changers == changer).ToArray();
        await using var connection = await lifestyle.Database.OpenConnectionAsync();
        for (var change = 0; change < ChangesEach; change++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            for (var step = 0; step < 4; step++)
            {
                var id = own[random.Next(own.Length)];
                await connection.ExecuteAsync(
                    random.Next(10) == 0 ? "DELETE FROM sessies WHERE id = @id" : "UPDATE sessies SET capaciteit = @capaciteit WHERE id = @id",
                    new { id, capaciteit = random.Next(1, 900) });
            }

            await transaction.CommitAsync();
        }
    }
}

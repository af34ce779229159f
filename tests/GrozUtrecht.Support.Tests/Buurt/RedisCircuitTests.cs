using System.Diagnostics;
using GrozUtrecht.Support.Data.Aanwezigheid;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace GrozUtrecht.Support.Tests.Buurt;

[Collection(SupportCollection.Name)]
public sealed class RedisCircuitTests(SupportFixture support)
{
    private int asked;

    [Fact]
    public async Task A_Redis_that_hangs_costs_one_short_wait_and_not_one_per_request()
    {
        var circuit = await CircuitAsync(pause: TimeSpan.FromMinutes(1));
        var watch = Stopwatch.StartNew();

        for (var count = 0; count < 20; count++)
        {
            Assert.Null(await circuit.TryAsync(NeverAsync));
        }

        Assert.Equal(1, asked);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_Redis_that_fails_is_asked_again_after_a_pause()
    {
        var circuit = await CircuitAsync(pause: TimeSpan.FromMilliseconds(100));
        Assert.Null(await circuit.TryAsync<string>(_ => throw new TimeoutException()));

        await Eventually.Async(async () => await circuit.TryAsync(_ => Task.FromResult("pong")) == "pong", what: "Redis to be asked again");
        Assert.Equal("pong", await circuit.TryAsync(_ => Task.FromResult("pong")));
    }

    private Task<string> NeverAsync(IDatabase database)
    {
        asked++;
        return new TaskCompletionSource<string>().Task;
    }

    private async Task<RedisCircuit> CircuitAsync(TimeSpan pause)
    {
        var connection = support.Services.GetRequiredService<RedisConnection>();
        await Eventually.Async(() => connection.Current is not null, what: "Support to reach Redis");
        var settings = new AanwezigheidSettings { RedisTimeoutMilliseconds = 100, RedisPause = pause };
        return new(connection, Options.Create(settings), TimeProvider.System, NullLogger<RedisCircuit>.Instance);
    }
}

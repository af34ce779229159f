using System.Net;
using GrozUtrecht.Gateway.RateLimiting;
using GrozUtrecht.Gateway.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace GrozUtrecht.Gateway.Tests;

/// <summary>The limit per client, with Redis and without.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private const string Path = "/support/v1/helpers";
    // A test machine that is busy must not pass for a Redis that is away.
    private const string PatientMilliseconds = "1000";
    private const int RedisAway = 2001;
    private const int RedisBack = 2002;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ManualClock clock = ManualClock.InThisMinute();
    private readonly string clientId = $"partner-{TestId.New()}";
    private TestIssuer issuer = null!;
    private Backend backend = null!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        backend = await Backend.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await backend.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task One_request_too_many_is_refused_with_when_to_come_back()
    {
        await using var gateway = Gateway(permits: 2);
        using var client = gateway.With(TokenOf(clientId));

        using var first = await client.GetAsync(Path);
        Assert.Equal(("2", "1", "50"), (Header(first, "RateLimit-Limit"), Header(first, "RateLimit-Remaining"), Header(first, "RateLimit-Reset")));
        await GetAsync(client, HttpStatusCode.OK);

        using var refused = await client.GetAsync(Path);
        await Problem.IsAsync(refused, HttpStatusCode.TooManyRequests, "verzoek.te-vaak");
        Assert.Equal("0", Header(refused, "RateLimit-Remaining"));
        Assert.Equal(2, backend.Received.Count);

        clock.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        await GetAsync(client, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_clients_do_not_use_up_each_others_requests()
    {
        await using var gateway = Gateway(permits: 1);
        using var one = gateway.With(TokenOf(clientId));
        using var other = gateway.With(TokenOf($"{clientId}-other"));
        await GetAsync(one, HttpStatusCode.OK);
        await GetAsync(one, HttpStatusCode.TooManyRequests);
        await GetAsync(other, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Requests_without_a_valid_token_count_for_their_address()
    {
        await using var gateway = Gateway(permits: 100).With("RateLimit:AnonymousPermitsPerMinute", "2");
        using var guessing = gateway.With(issuer.TamperedToken(TestId.Guid()));
        await GetAsync(guessing, HttpStatusCode.Unauthorized);
        await GetAsync(guessing, HttpStatusCode.Unauthorized);
        await GetAsync(guessing, HttpStatusCode.TooManyRequests);

        using var known = gateway.With(TokenOf(clientId));
        await GetAsync(known, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Asking_for_tokens_has_a_stricter_limit_of_its_own()
    {
        await using var gateway = Gateway(permits: 100).With("RateLimit:TokenPermitsPerMinute", "1");
        using var client = gateway.Anonymous();
        using var first = await client.PostAsync("/identity/connect/token", content: null);
        using var second = await client.PostAsync("/identity/connect/token", content: null);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        using var other = await client.GetAsync("/support/v1/openapi.json");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Two_gateways_keep_one_limit_together_through_redis()
    {
        var redis = (await TestServers.GetAsync()).Redis;
        await using var left = await ConnectedAsync(Gateway(permits: 3, redis));
        await using var right = await ConnectedAsync(Gateway(permits: 3, redis));
        using var atLeft = left.With(TokenOf(clientId));
        using var atRight = right.With(TokenOf(clientId));

        await GetAsync(atLeft, HttpStatusCode.OK);
        await GetAsync(atRight, HttpStatusCode.OK);
        await GetAsync(atLeft, HttpStatusCode.OK);
        await GetAsync(atRight, HttpStatusCode.TooManyRequests);
        await GetAsync(atLeft, HttpStatusCode.TooManyRequests);
        Assert.Equal(0, left.Log.Count(RedisAway) + right.Log.Count(RedisAway));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public async Task Redis_and_the_gateway_itself_count_by_the_same_rule(int permits)
    {
        await using var gateway = await ConnectedAsync(Gateway(permits, (await TestServers.GetAsync()).Redis));
        var shared = gateway.Services.GetRequiredService<RedisCounter>();
        var local = gateway.Services.GetRequiredService<LocalCounter>();
        var bucket = new Bucket($"test:{clientId}", permits);
        var random = new Random(permits);
        for (var request = 0; request < 150; request++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(6_000)));
            Assert.Equal(local.Take(bucket), await shared.TakeAsync(bucket));
        }
    }

    [Fact]
    public async Task Redis_holds_no_name_of_a_client_and_nothing_for_long()
    {
        var redis = (await TestServers.GetAsync()).Redis;
        await using var gateway = await ConnectedAsync(Gateway(permits: 3, redis));
        using var client = gateway.With(TokenOf(clientId));
        await GetAsync(client, HttpStatusCode.OK);

        using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var keys = connection.GetServer(connection.GetEndPoints()[0]).Keys(pattern: "gateway:rate:*").ToList();
        Assert.NotEmpty(keys);
        Assert.DoesNotContain(keys, key => key.ToString().Contains(clientId, StringComparison.Ordinal));
        foreach (var key in keys)
        {
            var keptFor = await connection.GetDatabase().KeyTimeToLiveAsync(key);
            Assert.True(keptFor is null || keptFor <= TimeSpan.FromMinutes(2));
            Assert.True(keptFor is not null || !await connection.GetDatabase().KeyExistsAsync(key));
        }
    }

    [Fact]
    public async Task Without_redis_the_gateway_starts_and_counts_for_itself_and_recovers()
    {
        await using var relay = await RedisRelay.CreateAsync();
        await using var gateway = Gateway(permits: 2, relay.ConnectionString);
        using var client = gateway.With(TokenOf(clientId));
        await GetAsync(client, HttpStatusCode.OK);
        await GetAsync(client, HttpStatusCode.OK);
        await GetAsync(client, HttpStatusCode.TooManyRequests);
        Assert.Equal((1, 0), (gateway.Log.Count(RedisAway), gateway.Log.Count(RedisBack)));

        relay.Open();
        await RecoveredAsync(gateway);
        await GetAsync(client, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Redis_that_goes_and_comes_back_costs_nobody_a_request()
    {
        await using var relay = await RedisRelay.StartAsync();
        await using var gateway = await ConnectedAsync(Gateway(permits: 2, relay.ConnectionString));
        using var client = gateway.With(TokenOf(clientId));
        await GetAsync(client, HttpStatusCode.OK);

        await relay.CloseAsync();
        await GetAsync(client, HttpStatusCode.OK);
        await GetAsync(client, HttpStatusCode.OK);
        await GetAsync(client, HttpStatusCode.TooManyRequests);
        Assert.Equal(1, gateway.Log.Count(RedisAway));

        relay.Open();
        await RecoveredAsync(gateway);
        await GetAsync(client, HttpStatusCode.OK);
        await GetAsync(client, HttpStatusCode.TooManyRequests);
        Assert.Equal((1, 1), (gateway.Log.Count(RedisAway), gateway.Log.Count(RedisBack)));
    }

    [Fact]
    public async Task Redis_that_hangs_is_asked_once_and_then_left_alone()
    {
        await using var relay = await RedisRelay.StartAsync();
        await using var gateway = await ConnectedAsync(Gateway(permits: 1_000, relay.ConnectionString).With("RateLimit:RedisTimeoutMilliseconds", "50"));
        using var client = gateway.With(TokenOf(clientId));
        relay.Hold();

        // The clock stands still, so the pause lasts: a hundred waits of 50 ms would be told apart from one.
        var started = TimeProvider.System.GetTimestamp();
        for (var request = 0; request < 100; request++)
        {
            await GetAsync(client, HttpStatusCode.OK);
        }

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        Assert.Equal(1, gateway.Log.Count(RedisAway));
    }

    private GatewayApp Gateway(int permits, string redis = "") =>
        new GatewayApp(backend.Address) { Clock = clock }
            .Trusting(issuer)
            .With("RateLimit:PermitsPerMinute", $"{permits}")
            .With("RateLimit:RedisTimeoutMilliseconds", PatientMilliseconds)
            .With("ConnectionStrings:redis", redis);

    private string TokenOf(string client) => issuer.Token(new TestToken { PartnerId = TestId.Guid(), ClientId = client });

    private static async Task<GatewayApp> ConnectedAsync(GatewayApp gateway)
    {
        gateway.StartServer();
        var redis = gateway.Services.GetRequiredService<RedisConnection>();
        await Eventually.Async(() => redis.Current is not null, what: "the gateway to reach Redis");
        return gateway;
    }

    private async Task RecoveredAsync(GatewayApp gateway) => await Eventually.Async(
        async () =>
        {
            clock.Advance(Pause);
            using var client = gateway.With(TokenOf($"prober-{TestId.New()}"));
            await GetAsync(client, HttpStatusCode.OK);
            return gateway.Log.Count(RedisBack) > 0;
        },
        what: "Redis to count again");

    private static async Task GetAsync(HttpClient client, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(Path);
        Assert.Equal(expected, response.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}

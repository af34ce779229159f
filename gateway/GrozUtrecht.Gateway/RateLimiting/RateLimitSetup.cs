using StackExchange.Redis;

namespace GrozUtrecht.Gateway.RateLimiting;

internal static class RateLimitSetup
{
    private const string ConnectionName = "redis";
    private const int ConnectTimeoutMilliseconds = 1_000;

    public static void AddClientRateLimit(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString(ConnectionName) is { Length: > 0 })
        {
            // No health check: a gateway without Redis works, so it is healthy.
            builder.AddRedisClient(ConnectionName, client => client.DisableHealthChecks = true, Configure);
        }

        builder.Services.AddOptions<RateLimitSettings>()
            .Bind(builder.Configuration.GetSection(RateLimitSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<RedisConnection>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RedisConnection>());
        builder.Services.AddSingleton<RedisCounter>();
        builder.Services.AddSingleton<LocalCounter>();
        builder.Services.AddSingleton<SharedCounter>();
    }

    private static void Configure(ConfigurationOptions redis)
    {
        redis.AbortOnConnectFail = false;
        redis.ConnectTimeout = ConnectTimeoutMilliseconds;
        redis.ConnectRetry = 1;
        redis.ReconnectRetryPolicy = new LinearRetry(ConnectTimeoutMilliseconds);
    }
}

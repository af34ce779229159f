using StackExchange.Redis;

namespace GrozUtrecht.Support.Data.Aanwezigheid;

internal static class AanwezigheidSetup
{
    private const string ConnectionName = "redis";
    private const int ConnectTimeoutMilliseconds = 1_000;

    public static void AddAanwezigheid(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString(ConnectionName) is { Length: > 0 })
        {
            // No health check: without Redis presence is unknown and everything else works, so the service is healthy.
            builder.AddRedisClient(ConnectionName, client => client.DisableHealthChecks = true, Configure);
        }

        builder.Services.AddOptions<AanwezigheidSettings>()
            .Bind(builder.Configuration.GetSection(AanwezigheidSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<RedisConnection>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RedisConnection>());
        builder.Services.AddSingleton<RedisCircuit>();
        builder.Services.AddSingleton<Aanwezigheidsregister>();
    }

    private static void Configure(ConfigurationOptions redis)
    {
        redis.AbortOnConnectFail = false;
        redis.ConnectTimeout = ConnectTimeoutMilliseconds;
        redis.ConnectRetry = 1;
        redis.ReconnectRetryPolicy = new LinearRetry(ConnectTimeoutMilliseconds);
    }
}

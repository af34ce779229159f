namespace GrozUtrecht.AppHost;

/// <summary>
/// The servers under the services. They are containers (or local processes) of the stack itself, unless
/// <c>Infrastructure=external</c> says that servers exist already: then each is a connection string from configuration.
/// </summary>
internal sealed class Infrastructure
{
    // Outside 32768-60999, the range from which the kernel hands out ephemeral ports.
    private const int PostgresPort = 18432;
    private const int RedisPort = 18379;
    private const int RabbitMQPort = 18672;

    private readonly IDistributedApplicationBuilder applicationBuilder;
    private readonly IResourceBuilder<PostgresServerResource>? postgresServer;

    private Infrastructure(
        IDistributedApplicationBuilder builder,
        IResourceBuilder<PostgresServerResource>? postgres,
        IResourceBuilder<IResourceWithConnectionString> redis,
        IResourceBuilder<IResourceWithConnectionString> rabbitMQ)
    {
        applicationBuilder = builder;
        postgresServer = postgres;
        Redis = redis;
        RabbitMQ = rabbitMQ;
    }

    /// <summary>Counters and cache: what may be lost.</summary>
    public IResourceBuilder<IResourceWithConnectionString> Redis { get; }

    /// <summary>Carries the integration events.</summary>
    public IResourceBuilder<IResourceWithConnectionString> RabbitMQ { get; }

    public static Infrastructure Add(IDistributedApplicationBuilder builder)
    {
        if (builder.Configuration["Infrastructure"] is "external")
        {
            return new(builder, null, builder.AddConnectionString("redis"), builder.AddConnectionString("rabbitmq"));
        }

        // RabbitMQ takes longest to start, so it goes first.
        var rabbitMQ = builder.AddRabbitMQ("rabbitmq", password: builder.AddGeneratedSecret("rabbitmq-password"), port: RabbitMQPort);
        var server = builder.AddPostgres("postgres", password: builder.AddGeneratedSecret("postgres-password"), port: PostgresPort);
        var redis = builder.AddRedis("redis", port: RedisPort, password: builder.AddGeneratedSecret("redis-password"));

        // Tests ask for a stack that forgets everything when it stops.
        if (builder.Configuration["Data"] is not "ephemeral")
        {
            server.WithDataVolume("groz-postgres");
            rabbitMQ.WithDataVolume("groz-rabbitmq");
        }

        return new(builder, server, redis, rabbitMQ);
    }

    /// <summary>A service's own database, <c>tijdbank-db</c> for <c>tijdbank</c>.</summary>
    public IResourceBuilder<IResourceWithConnectionString> Database(string service)
    {
        var name = $"{service}-db";
        return postgresServer is null ? applicationBuilder.AddConnectionString(name) : postgresServer.AddDatabase(name);
    }
}

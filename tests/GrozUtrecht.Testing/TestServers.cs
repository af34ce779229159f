namespace GrozUtrecht.Testing;

/// <summary>The PostgreSQL, RabbitMQ and Redis that the tests of this process use.</summary>
public sealed record TestServers(string Postgres, string RabbitMq, string Redis)
{
    private static readonly Task<TestServers> Shared = StartAsync();

    /// <summary>The servers named by <c>ConnectionStrings__postgres</c>, <c>__rabbitmq</c> and <c>__redis</c>.</summary>
    public static Task<TestServers> GetAsync() => Shared;

    private static async Task<TestServers> StartAsync()
    {
        // A missing setting must fail the test that asks, not the loading of this type.
        await Task.Yield();
        return new TestServers(Read("postgres"), Read("rabbitmq"), Read("redis"));
    }

    private static string Read(string name) =>
        Environment.GetEnvironmentVariable($"ConnectionStrings__{name}")
        ?? throw new InvalidOperationException($"Set ConnectionStrings__{name} to a test server, or run the tests with ./groz test, which starts one.");
}

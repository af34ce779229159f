using Npgsql;

namespace GrozUtrecht.Testing;

/// <summary>An empty database of a test's own, removed when it is disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private TestDatabase(string server, string name)
    {
        this.server = server;
        this.name = name;
        // A small pool: many test classes run at once against one server.
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync()
    {
        var servers = await TestServers.GetAsync();
        var database = new TestDatabase(servers.Postgres, $"test_{TestId.New()}");
        await database.OnServerAsync($"create database {database.name}");
        return database;
    }

    public NpgsqlDataSource CreateDataSource() => NpgsqlDataSource.Create(ConnectionString);

    public async ValueTask DisposeAsync() => await OnServerAsync($"drop database if exists {name} with (force)");

    private async Task OnServerAsync(string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false });
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

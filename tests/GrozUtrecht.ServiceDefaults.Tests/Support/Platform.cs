using Dapper;
using GrozUtrecht.Testing;
using Npgsql;
using RabbitMQ.Client;

namespace GrozUtrecht.ServiceDefaults.Tests.Support;

/// <summary>A database and a corner of the broker for one test, in which it starts as many replicas as it likes.</summary>
public abstract class Platform : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> toDispose = [];
    private TestDatabase ownDatabase = null!;

    private protected string EntityPrefix { get; } = $"test-{TestId.New()}-";

    private protected string RabbitMq { get; private set; } = "";

    private protected string ConnectionString => ownDatabase.ConnectionString;

    private protected NpgsqlDataSource Database { get; private set; } = null!;

    private string Queue => $"{EntityPrefix}{Replica.ServiceName}-counted";

    public async Task InitializeAsync()
    {
        RabbitMq = (await TestServers.GetAsync()).RabbitMq;
        ownDatabase = await TestDatabase.CreateAsync();
        Database = ownDatabase.CreateDataSource();
    }

    public async Task DisposeAsync()
    {
        toDispose.Reverse();
        foreach (var item in toDispose)
            await item.DisposeAsync();
        await Database.DisposeAsync();
        await ownDatabase.DisposeAsync();
        await BrokerNames.DeleteAsync(
            RabbitMq, [Queue, BrokerNames.ExchangeOf(typeof(Counted), EntityPrefix), BrokerNames.ExchangeOf(typeof(Recounted), EntityPrefix)]);
    }

    private protected T Own<T>(T item)
        where T : IAsyncDisposable
    {
        toDispose.Add(item);
        return item;
    }

    private protected async Task<Replica> StartAsync(
        string? rabbitMq = null, ConsumerScript? script = null, string? database = null, params (string Key, string Value)[] settings) =>
        Own(await Replica.StartAsync(database ?? ConnectionString, rabbitMq ?? RabbitMq, EntityPrefix, script ?? new ConsumerScript(), settings));

    private protected async Task<EventCollector> CollectAsync() =>
        Own(await EventCollector.StartAsync(RabbitMq, EntityPrefix, [typeof(Counted), typeof(Recounted)]));

    private protected async Task<int> HandledAsync(Guid countedId)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>("select count(*) from handled where counted_id = @countedId", new { countedId });
    }

    private protected async Task<int> CountAsync(string table)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>($"select count(*) from {table}");
    }

    private protected async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    private protected async Task<uint> ErrorsAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync($"{Queue}_error")).MessageCount;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            // The error queue is made with its first message.
            return 0;
        }
    }
}

using System.Reflection;
using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GrozUtrecht.Bench;

/// <summary>A database of its own with the tables of a service, to be filled for a measurement. Gone when it is disposed.</summary>
internal abstract class ServiceDatabase : IAsyncDisposable
{
    private const int PatienceSeconds = 600;
    private const int MaximumPrepared = 20;

    private readonly TestDatabase own;

    protected ServiceDatabase((TestDatabase Own, NpgsqlDataSource Source) made) => (own, Source) = made;

    public NpgsqlDataSource Source { get; }

    /// <summary>Who asks in the measurement.</summary>
    public Guid PartnerId { get; } = TestId.Guid();

    public string ConnectionString => own.ConnectionString;

    public async Task ExecuteAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await own.DisposeAsync();
    }

    /// <summary>An empty database, migrated as the service itself does it.</summary>
    /// <param name="name">Of the service.</param>
    /// <param name="service">Where its migrations are.</param>
    /// <param name="preparesStatements">True when the connections prepare what they see twice.</param>
    protected static async Task<(TestDatabase Own, NpgsqlDataSource Source)> MakeAsync(string name, Assembly service, bool preparesStatements = false)
    {
        DapperTypes.Register();
        var made = await TestDatabase.CreateAsync();
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(made.ConnectionString)
        {
            MaxAutoPrepare = preparesStatements ? MaximumPrepared : 0, AutoPrepareMinUsages = 2,
        });
        await Migrations.ApplyAsync(source, new ServiceDescription(name, "", "", service), NullLogger.Instance, CancellationToken.None);
        return (made, source);
    }

    private NpgsqlCommand Command(string sql, (string Name, object Value)[] values)
    {
        var command = Source.CreateCommand(sql);
        command.CommandTimeout = PatienceSeconds;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}

using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Tests.Support;
using GrozUtrecht.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class MigrationTests : Platform
{
    [Fact]
    public async Task Processes_that_start_together_apply_each_file_once()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ApplyAsync(
            new("proef", "0001_een.sql", "create table een (id int)"), new("proef", "0002_twee.sql", "create table twee (id int)"))));

        Assert.Equal(2, counts.Sum());
        Assert.Equal(2, await CountAsync("platform.migrations"));
    }

    [Fact]
    public async Task A_file_that_changed_after_it_was_applied_is_refused()
    {
        await ApplyAsync(new MigrationFile("proef", "0001_een.sql", "create table een (id int)"));

        var refusal = await Assert.ThrowsAsync<MigrationException>(() =>
            ApplyAsync(new MigrationFile("proef", "0001_een.sql", "create table een (id bigint)")));

        Assert.Contains("proef/0001_een.sql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_line_ending_is_no_change()
    {
        await ApplyAsync(new MigrationFile("proef", "0001_een.sql", "create table een (\n  id int)"));

        Assert.Equal(0, await ApplyAsync(new MigrationFile("proef", "0001_een.sql", "create table een (\r\n  id int)")));
    }

    [Fact]
    public async Task A_failing_file_is_named_leaves_nothing_and_keeps_what_came_before()
    {
        var failure = await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync(
            new("proef", "0001_een.sql", "create table een (id int)"),
            new("proef", "0002_twee.sql", "create table twee (id int); select * from bestaat_niet")));

        Assert.Contains("proef/0002_twee.sql", failure.Message, StringComparison.Ordinal);
        Assert.Contains("bestaat_niet", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("een"));
        await using var connection = await Database.OpenConnectionAsync();
        Assert.Null(await connection.ExecuteScalarAsync<string?>("select to_regclass('twee')::text"));
    }

    [Fact]
    public async Task A_file_and_the_record_of_it_are_one_transaction()
    {
        await Assert.ThrowsAsync<MigrationException>(() => ApplyAsync(
            new MigrationFile("proef", "0001_een.sql", "create table een (id int); drop table platform.migrations")));

        Assert.Equal(1, await ApplyAsync(new MigrationFile("proef", "0001_een.sql", "create table een (id int)")));
    }

    [Fact]
    public async Task The_command_migrates_the_database_and_declares_the_queues()
    {
        var events = new Counted { CountedId = TestId.Guid() };

        Assert.Equal(0, await MigrateAsync());
        Assert.Equal(0, await MigrateAsync());

        Assert.Equal(0, await CountAsync("handled"));
        // The queue exists before the service has ever run: what is published now waits in it.
        await (await SenderAsync()).DeliverAsync(events, TestId.Guid());
        await StartAsync();
        await Eventually.Async(async () => await HandledAsync(events.CountedId) == 1, what: "the waiting message");
    }

    [Fact]
    public async Task The_command_fails_with_one_line_when_a_file_changed()
    {
        Assert.Equal(0, await MigrateAsync());
        await ExecuteAsync("update platform.migrations set hash = 'anders' where owner = 'proef'");

        Assert.Equal(1, await MigrateAsync());
    }

    private Task<int> ApplyAsync(params MigrationFile[] files) =>
        Migrations.ApplyAsync(Database, files, NullLogger.Instance, CancellationToken.None);

    [Fact]
    public async Task The_command_waits_for_a_broker_that_starts_later()
    {
        var proxy = Own(TcpProxy.To(RabbitMq));

        var command = MigrateAsync(proxy.Address);
        await Eventually.Async(MigratedAsync, what: "the migrated database");
        proxy.Open();

        Assert.Equal(0, await command);
    }

    [Fact]
    public async Task The_command_gives_up_on_a_broker_that_does_not_answer()
    {
        var proxy = Own(TcpProxy.To(RabbitMq));

        Assert.Equal(1, await MigrateAsync(proxy.Address, TimeSpan.FromSeconds(2)));

        Assert.True(await MigratedAsync());
    }

    private async Task<bool> MigratedAsync()
    {
        await using var connection = await Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<string?>("select to_regclass('handled')::text") is not null;
    }

    private Task<int> MigrateAsync(string? rabbitMq = null, TimeSpan? brokerPatience = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:proef-db"] = ConnectionString,
            ["ConnectionStrings:rabbitmq"] = rabbitMq ?? RabbitMq,
            ["Messaging:EntityPrefix"] = EntityPrefix,
        });
        return Migrate.RunAsync(builder, Replica.Describe(), bus => bus.AddConsumer<CountedConsumer>(), brokerPatience ?? TimeSpan.FromSeconds(60));
    }

    /// <summary>A replica of another service on the same broker, which has no consumer of its own.</summary>
    private async Task<Sender> SenderAsync() => Own(await Sender.StartAsync(RabbitMq, EntityPrefix));
}

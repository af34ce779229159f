using System.Net.Http.Headers;
using Dapper;
using GrozUtrecht.ServiceDefaults;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GrozUtrecht.Testing;

/// <summary>
/// One service as it runs, on a database, exchanges, queues and an issuer of its own. Derive it once per test project:
/// <c>public sealed class TijdbankFixture() : ServiceFixture&lt;Program&gt;("tijdbank");</c> and use it as a class fixture.
/// </summary>
public abstract class ServiceFixture<TProgram>(string serviceName) : WebApplicationFactory<TProgram>, IAsyncLifetime
    where TProgram : class
{
    private static readonly TimeSpan BrokerTimeout = TimeSpan.FromSeconds(60);

    private readonly HashSet<string> brokerNames = new(StringComparer.Ordinal);
    private TestServers servers = null!;
    private TestDatabase database = null!;
    private EventCollector? events;

    /// <summary>Goes before every exchange and queue, so that leftovers of a killed run can be recognised.</summary>
    public string EntityPrefix { get; } = $"test-{TestId.New()}-";

    public TestIssuer Issuer { get; private set; } = null!;

    /// <summary>What the service has published since it started.</summary>
    public EventCollector Events => events ?? throw new InvalidOperationException($"{serviceName} has no messaging.");

    /// <summary>The service's own database, to look at or to prepare.</summary>
    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public virtual async Task InitializeAsync()
    {
        servers = await TestServers.GetAsync();
        database = await TestDatabase.CreateAsync();
        Issuer = await TestIssuer.StartAsync();
        // Asking for the services starts the host, which applies the migrations first.
        if (Services.GetService<IBusControl>() is { } bus)
            await StartCollectingAsync(bus);
    }

    public new virtual async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (events is not null)
            await events.DisposeAsync();
        await BrokerNames.DeleteAsync(servers.RabbitMq, brokerNames);
        await Issuer.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>A client whose requests carry a token of this partner with these scopes.</summary>
    public HttpClient ClientFor(Guid partnerId, params string[] scopes) => ClientWith(Issuer.Token(partnerId, scopes));

    /// <summary>A client whose requests carry this token.</summary>
    public HttpClient ClientWith(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>To look at the database as its owner, who is allowed more than the service.</summary>
    public string OwnerConnectionString => database.ConnectionString;

    /// <summary>Publishes an event as another service would; the same id twice is the same message twice.</summary>
    public Task PublishAsync<TEvent>(TEvent @event, Guid? messageId = null)
        where TEvent : class =>
        Services.GetRequiredService<IBus>().Publish(@event, context => context.MessageId = messageId ?? TestId.Guid());

    /// <summary>How many rows of the whole database hold this text: every table of every schema, with waiting events and kept answers.</summary>
    public async Task<long> TracesAsync(string text)
    {
        await using var connection = await Database.OpenConnectionAsync();
        var tables = await connection.QueryAsync<string>(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')");
        var traces = 0L;
        foreach (var table in tables)
            traces += await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table} AS t WHERE t::text LIKE '%' || @text || '%'", new { text });
        return traces;
    }

    /// <summary>Settings of this fixture beside the usual ones.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    /// <summary>Events of other services that the tests want to see too; the service's own contracts are always collected.</summary>
    protected virtual IEnumerable<Type> AlsoCollect => [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting($"ConnectionStrings:{serviceName}-db", database.ConnectionString);
        builder.UseSetting("ConnectionStrings:rabbitmq", servers.RabbitMq);
        builder.UseSetting("ConnectionStrings:redis", servers.Redis);
        builder.UseSetting("Messaging:EntityPrefix", EntityPrefix);
        builder.UseSetting("Authentication:Authority", Issuer.Authority);
        builder.UseSetting("Authentication:RequireHttps", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Warning");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
    }

    private async Task StartCollectingAsync(IBusControl bus)
    {
        await Eventually.Async(() => bus.CheckHealth().Status == BusHealthStatus.Healthy, BrokerTimeout, $"{serviceName} to reach the broker");
        var contracts = Services.GetRequiredService<ServiceDescription>().Contracts
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericType: false })
            .Concat(AlsoCollect)
            .Distinct()
            .ToList();
        events = await EventCollector.StartAsync(servers.RabbitMq, EntityPrefix, contracts);
        brokerNames.UnionWith(BrokerNames.Of(bus, EntityPrefix));
        brokerNames.UnionWith(contracts.Select(type => BrokerNames.ExchangeOf(type, EntityPrefix)));
    }
}

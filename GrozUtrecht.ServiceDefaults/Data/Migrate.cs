using GrozUtrecht.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>
/// The command <c>migrate</c>: the database's migrations, then the exchanges, queues and bindings of the service's consumers.
/// It runs before any service starts, so that no event is published before every queue that wants it exists.
/// </summary>
public static class Migrate
{
    private static readonly TimeSpan DatabasePatienceLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(90);

    /// <summary>Runs both steps and returns the exit code: 0, or 1 with one line on standard error.</summary>
    public static Task<int> RunAsync(ServiceDescription service, Action<IBusRegistrationConfigurator> consumers) =>
        RunAsync(Host.CreateApplicationBuilder(), service, consumers, BrokerPatience);

    internal static async Task<int> RunAsync(
        HostApplicationBuilder builder, ServiceDescription service, Action<IBusRegistrationConfigurator> consumers, TimeSpan brokerPatience)
    {
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter((category, level) => level >= LogLevel.Information && category == nameof(Migrate));
        // The role may not exist yet, and is not allowed what migrations do.
        builder.AddDatabaseOnly(service with { DatabaseRole = null });
        builder.AddTopology(service, consumers);
        using var host = builder.Build();
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(Migrate));

        try
        {
            await MigrateDatabaseAsync(host.Services, service, logger);
            await DeclareTopologyAsync(host.Services, service, brokerPatience, logger);
            return 0;
        }
        catch (Exception exception)
        {
            // The last frame of a command: whatever went wrong becomes one readable line and an exit code.
            await Console.Error.WriteLineAsync($"migrate {service.Name}: {exception.Message}");
            return 1;
        }
    }

    private static async Task MigrateDatabaseAsync(IServiceProvider services, ServiceDescription service, ILogger logger)
    {
        var dataSource = services.GetRequiredService<NpgsqlDataSource>();
        await DatabasePatience.WaitAsync(dataSource, DatabasePatienceLimit, services.GetRequiredService<TimeProvider>(), CancellationToken.None);
        var applied = await Migrations.ApplyAsync(dataSource, service, logger, CancellationToken.None);
        logger.LogInformation("Database {Database}: {Count} migrations applied", service.DatabaseName, applied);
    }

    private static async Task DeclareTopologyAsync(IServiceProvider services, ServiceDescription service, TimeSpan limit, ILogger logger)
    {
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await services.GetRequiredService<IBusControl>().DeployAsync(patience.Token);
        }
        catch (OperationCanceledException exception) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException($"the broker did not answer within {limit.TotalSeconds} s.", exception);
        }

        logger.LogInformation("Broker: queues of {Service} declared", service.Name);
    }
}

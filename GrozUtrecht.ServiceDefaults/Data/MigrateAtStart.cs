using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>In development a service brings its own database up to date before anything else starts; elsewhere <c>migrate</c> does.</summary>
internal sealed class MigrateAtStart(
    IConfiguration configuration, ServiceDescription service, TimeProvider clock, ILogger<MigrateAtStart> logger) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Not the service's own source: its role is not allowed what migrations do.
        await using var dataSource = NpgsqlDataSource.Create(
            configuration.GetConnectionString(service.DatabaseName)
                ?? throw new InvalidOperationException($"Connection string '{service.DatabaseName}' is missing."));
        await DatabasePatience.WaitAsync(dataSource, Patience, clock, cancellationToken);
        await Migrations.ApplyAsync(dataSource, service, logger, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

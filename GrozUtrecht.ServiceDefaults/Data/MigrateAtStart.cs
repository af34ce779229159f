using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>In development a service brings its own database up to date before anything else starts; elsewhere <c>migrate</c> does.</summary>
internal sealed class MigrateAtStart(
    NpgsqlDataSource dataSource, ServiceDescription service, TimeProvider clock, ILogger<MigrateAtStart> logger) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await DatabasePatience.WaitAsync(dataSource, Patience, clock, cancellationToken);
        await Migrations.ApplyAsync(dataSource, service, logger, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

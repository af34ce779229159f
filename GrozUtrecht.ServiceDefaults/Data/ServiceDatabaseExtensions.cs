using GrozUtrecht.ServiceDefaults.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>Registers the service's own database.</summary>
public static class ServiceDatabaseExtensions
{
    /// <summary>Npgsql's own default of 100 would let one service take every connection of a server that all of them share.</summary>
    internal const int DefaultMaxPoolSize = 30;

    /// <summary>
    /// Adds the <see cref="NpgsqlDataSource"/>, <see cref="UnitOfWork"/>, the health check <c>database</c>, the cleaning of old
    /// rows, and in development the migrations at start.
    /// </summary>
    public static IHostApplicationBuilder AddServiceDatabase(this IHostApplicationBuilder builder, ServiceDescription service)
    {
        builder.AddDatabaseOnly(service);
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", tags: ["ready"], timeout: TimeSpan.FromSeconds(5));
        if (builder.Environment.IsDevelopment())
            builder.Services.AddHostedService<MigrateAtStart>();
        builder.Services.AddHostedService<Cleaner>();
        return builder;
    }

    /// <summary>Lets every connection of this source start as the service's own role.</summary>
    public static void WorkAs(this NpgsqlDataSourceBuilder source, string? role)
    {
        ArgumentNullException.ThrowIfNull(source);
        // As an option of the connection, and not by SET ROLE, it outlives the reset between two users of a pooled connection.
        if (role is not null)
            source.ConnectionStringBuilder.Options = $"-c role={role}";
    }

    /// <summary>The part that the migrate command needs too.</summary>
    internal static void AddDatabaseOnly(this IHostApplicationBuilder builder, ServiceDescription service)
    {
        DapperTypes.Register();
        // Npgsql logs every command as information.
        builder.Logging.AddFilter("Npgsql", LogLevel.Warning);
        // Health and telemetry are set once for everything in AddServiceDefaults; twice would double them.
        builder.AddNpgsqlDataSource(
            service.DatabaseName,
            settings =>
            {
                settings.DisableHealthChecks = true;
                settings.DisableTracing = true;
                settings.DisableMetrics = true;
            },
            source =>
            {
                LimitPool(source);
                source.WorkAs(service.DatabaseRole);
                // Every database stands at the same address, so a trace shows by this name which one was asked.
                source.ConfigureTracing(tracing => tracing.ConfigureCommandEnrichmentCallback(
                    (activity, _) => activity.SetTag("peer.service", service.DatabaseName)));
            });
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton(service);
        builder.Services.TryAddSingleton<EventCatalog>();
        builder.Services.TryAddSingleton<OutboxSignal>();
        builder.Services.TryAddSingleton<WorkRunner>();
        builder.Services.TryAddScoped(services => new UnitOfWork(
            services.GetRequiredService<NpgsqlDataSource>(),
            services.GetRequiredService<EventCatalog>(),
            services.GetRequiredService<OutboxSignal>(),
            services.GetRequiredService<TimeProvider>()));
    }

    private static void LimitPool(NpgsqlDataSourceBuilder source)
    {
        if (!source.ConnectionStringBuilder.ShouldSerialize("Maximum Pool Size"))
            source.ConnectionStringBuilder.MaxPoolSize = DefaultMaxPoolSize;
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GrozUtrecht.AppHost;

/// <summary>
/// Writes what the dashboard shows to <c>Status:Directory</c>, for <c>./groz status</c>, <c>./groz logs</c> and scripts:
/// <c>status.json</c> with each resource's state, health and addresses, and one log file per resource. With
/// <c>Status:ConnectionStrings</c> the servers' connection strings are in it too, for tests; the file is the user's alone.
/// </summary>
internal sealed class StatusFiles(
    IConfiguration configuration,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers) : BackgroundService
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly bool withConnectionStrings = configuration.GetValue<bool>("Status:ConnectionStrings");
    private readonly ConcurrentDictionary<string, ResourceStatus> resources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> logs = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var directory = Directory.CreateDirectory(configuration["Status:Directory"]!).FullName;
        var file = Path.Combine(directory, "status.json");

        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            var isNew = !resources.ContainsKey(change.ResourceId);
            resources[change.ResourceId] = ResourceStatus.Of(change, await ConnectionStringAsync(change, stoppingToken));
            if (isNew && change.Resource is not ParameterResource)
            {
                logs.TryAdd(change.ResourceId, CopyLogAsync(change, directory, stoppingToken));
            }

            await ReplaceAsync(file, JsonSerializer.Serialize(resources.Values.OrderBy(resource => resource.Name, StringComparer.Ordinal), Json));
        }
    }

    private async Task CopyLogAsync(ResourceEvent resource, string directory, CancellationToken cancellationToken)
    {
        await using var file = new StreamWriter(Path.Combine(directory, $"{resource.Resource.Name}.log"), append: false) { AutoFlush = true };
        await foreach (var lines in loggers.WatchAsync(resource.ResourceId).WithCancellation(cancellationToken))
        {
            foreach (var line in lines)
            {
                await file.WriteLineAsync(line.Content.AsMemory(), cancellationToken);
            }
        }
    }

    private async Task<string?> ConnectionStringAsync(ResourceEvent change, CancellationToken cancellationToken) =>
        withConnectionStrings && change.Resource is IResourceWithConnectionString server && change.Snapshot.State?.Text == KnownResourceStates.Running
            ? await server.GetConnectionStringAsync(cancellationToken)
            : null;

    // A reader never sees half a file: it is written beside its place and moved there.
    private static async Task ReplaceAsync(string file, string content)
    {
        var beside = $"{file}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var writer = new StreamWriter(beside, options))
        {
            await writer.WriteAsync(content);
        }

        File.Move(beside, file, overwrite: true);
    }

    private sealed record ResourceStatus(string Name, string Type, string? State, string? Health, int? ExitCode, string[] Addresses, string? ConnectionString)
    {
        public static ResourceStatus Of(ResourceEvent change, string? connectionString) => new(
            change.Resource.Name,
            change.Snapshot.ResourceType,
            change.Snapshot.State?.Text,
            change.Snapshot.HealthStatus?.ToString(),
            change.Snapshot.ExitCode,
            [.. change.Snapshot.Urls.Where(url => !url.IsInternal).Select(url => url.Url)],
            connectionString);
    }
}

internal static class StatusFilesExtensions
{
    /// <summary>Adds the status files when <c>Status:Directory</c> asks for them.</summary>
    public static void WriteStatusFiles(this IDistributedApplicationBuilder builder)
    {
        if (builder.Configuration["Status:Directory"] is { Length: > 0 })
        {
            builder.Services.AddHostedService<StatusFiles>();
        }
    }
}

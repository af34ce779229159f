using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dcp;

/// <summary>Starts and stops processes by name. What is started here goes when the application stops.</summary>
internal sealed class DcpExecutables(DcpServer server)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    public Task StartAsync(string name, ProcessSpec process, CancellationToken cancellationToken) => server.Client.CreateAsync(
        new
        {
            apiVersion = "usvc-dev.developer.microsoft.com/v1",
            kind = "Executable",
            metadata = new { name },
            spec = new
            {
                executablePath = process.ExecutablePath,
                args = process.Arguments,
                env = process.Environment.Select(variable => new { name = variable.Key, value = variable.Value }),
                workingDirectory = process.WorkingDirectory,
                executionType = "Process",
            },
        },
        cancellationToken);

    /// <summary>Asks a process to stop; DCP kills it when it does not within 6 s.</summary>
    public Task StopAsync(string name, CancellationToken cancellationToken) => server.Client.StopAsync(name, cancellationToken);

    /// <summary>Forgets a process, stopped or not, so that its name can be used again.</summary>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await server.Client.DeleteAsync(name, cancellationToken);
        while (await server.Client.ExistsAsync(name, cancellationToken))
        {
            await Task.Delay(PollInterval, cancellationToken);
        }
    }

    public IAsyncEnumerable<DcpChange> WatchAsync(CancellationToken cancellationToken) => server.Client.WatchAsync(cancellationToken);

    /// <summary>Copies what the process writes into the console of its resource, until it ends.</summary>
    public Task CopyLogsAsync(string name, ResourceLog log, CancellationToken cancellationToken)
    {
        return Task.WhenAll(CopyAsync("stdout", isError: false), CopyAsync("stderr", isError: true));

        async Task CopyAsync(string source, bool isError)
        {
            await foreach (var line in server.Client.FollowLogAsync(name, source, cancellationToken))
            {
                log.Add(line, isError);
            }
        }
    }
}

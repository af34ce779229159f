using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// Starts DCP, and stops it with every process that it started. DCP watches this process too: when the AppHost dies without a word,
/// it ends what it started by itself.
/// </summary>
internal sealed class DcpServer(DcpBundle bundle, DcpSession session, ILogger<DcpServer> logger) : IHostedService, IDisposable
{
    // What a launch profile sets for the AppHost is not meant for the processes it starts.
    private static readonly string[] NotInherited =
        ["ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE"];

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private DcpClient? client;
    private bool isStopped;

    public DcpClient Client => client ?? throw new InvalidOperationException("DCP has not started yet.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var launcher = Process.Start(StartInfo())!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StartTimeout);
        var connection = await ReadConnectionAsync(launcher, timeout.Token);
        client = new(new(Value(connection, "server:")!), Value(connection, "token:")!, session.Certificate);
    }

    /// <summary>Lets DCP end what still runs and then itself; it needs seconds for that, in which nobody has to wait.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped twice: by a signal, and when it is disposed of.
        if (client is null || isStopped)
        {
            return;
        }

        isStopped = true;
        try
        {
            await client.StopServerAsync(cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            // DCP ends its processes by itself as soon as this one is gone.
            logger.LogWarning("The orchestrator could not be told to stop: {Reason}", exception.Message);
        }
    }

    public void Dispose() => client?.Dispose();

    // The connection file is YAML; two of its lines tell all there is to know.
    private static string? Value(string connection, string key) => connection.Split('\n', StringSplitOptions.TrimEntries)
        .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim();

    private ProcessStartInfo StartInfo()
    {
        // DCP goes on after this process has ended, so it must not hold on to this process's output.
        var start = new ProcessStartInfo("/bin/sh")
        {
            UseShellExecute = false,
            ArgumentList =
            {
                "-c", "exec \"$0\" \"$@\" > \"$DCP_SESSION_FOLDER/dcp.log\" 2>&1 < /dev/null", bundle.Orchestrator,
                "start-apiserver", "--detach",
                "--monitor", Environment.ProcessId.ToString(), "--monitor-interval", "1",
                "--kubeconfig", session.ConnectionFile,
                "--tls-cert-file", session.CertificateFile,
                "--tls-key-file", session.KeyFile,
            },
        };
        start.Environment["DCP_SESSION_FOLDER"] = session.Directory;
        foreach (var name in NotInherited)
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    // The file appears when DCP listens, and is complete when it names the token.
    private async Task<string> ReadConnectionAsync(Process launcher, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (File.Exists(session.ConnectionFile)
                && await File.ReadAllTextAsync(session.ConnectionFile, cancellationToken) is var content
                && Value(content, "token:") is not null)
            {
                return content;
            }

            if (launcher.HasExited && launcher.ExitCode != 0)
            {
                var output = await File.ReadAllTextAsync(Path.Combine(session.Directory, "dcp.log"), cancellationToken);
                throw new DistributedApplicationException($"Aspire's orchestrator did not start: {output.Trim()}");
            }

            await Task.Delay(PollInterval, cancellationToken);
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>A server as a process of its own, on a port of its own, stopped by its id.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public static Task<ServerProcess> StartDirectAsync(LedgerDatabase database) =>
        StartAsync(typeof(ServerProcess).Assembly.Location, [DirectServer.Command, database.ConnectionString], []);

    public static Task<ServerProcess> StartTijdbankAsync(LedgerDatabase database, TestIssuer issuer) => StartServiceAsync(
        "Tijdbank", "tijdbank", database.ConnectionString, issuer,
        ("Tijdbank__Versleuteling__Sleutel", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
        ("Tijdbank__Ondertekening__Adres", "https://bench.invalid/tijdbank"));

    public static Task<ServerProcess> StartSupportAsync(string connectionString, TestIssuer issuer) =>
        StartServiceAsync("Support", "support", connectionString, issuer, ("Support__Hsds__Adres", "https://bench.invalid/open/hsds"));

    public static Task<ServerProcess> StartLifestyleAsync(string connectionString, TestIssuer issuer) =>
        StartServiceAsync("Lifestyle", "lifestyle", connectionString, issuer, ("Lifestyle__Open__Adres", "https://bench.invalid/open"));

    public static Task<ServerProcess> StartVitaalWerkenAsync(string connectionString, TestIssuer issuer) =>
        StartServiceAsync("VitaalWerken", "vitaal-werken", connectionString, issuer, ("VitaalWerken__Open__Adres", "https://bench.invalid"));

    /// <summary>Processor time so far, and memory now.</summary>
    public (TimeSpan Processor, long WorkingSetBytes) Usage()
    {
        process.Refresh();
        return (process.TotalProcessorTime, process.WorkingSet64);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A service as it is deployed: its Release build, outside development, without anybody who listens to its telemetry.</summary>
    private static async Task<ServerProcess> StartServiceAsync(
        string service, string name, string connectionString, TestIssuer issuer, params (string Key, string Value)[] own)
    {
        var servers = await TestServers.GetAsync();
        return await StartAsync(
            Path.Combine(Repository.Root, $"services/{service}/GrozUtrecht.{service}/bin/Release/net10.0/GrozUtrecht.{service}.dll"),
            [],
            [
                ($"ConnectionStrings__{name}-db", connectionString), ("ConnectionStrings__rabbitmq", servers.RabbitMq),
                ("ConnectionStrings__redis", servers.Redis),
                ("Authentication__Authority", issuer.Authority), ("Authentication__RequireHttps", "false"),
                ("Messaging__EntityPrefix", $"bench-{TestId.New()}-"), ("DOTNET_ENVIRONMENT", "Staging"), ("ASPNETCORE_ENVIRONMENT", "Staging"),
                ("Logging__LogLevel__Default", "Warning"), .. own,
            ]);
    }

    private static async Task<ServerProcess> StartAsync(string assembly, string[] arguments, (string Key, string Value)[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        var started = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        await Eventually.Async(() => started.HasExited || Listens(port), Patience, $"{Path.GetFileName(assembly)} to listen");
        return started.HasExited
            ? throw new InvalidOperationException($"{Path.GetFileName(assembly)} stopped with exit code {started.ExitCode}.")
            : new ServerProcess(started, port);
    }

    private static bool Listens(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

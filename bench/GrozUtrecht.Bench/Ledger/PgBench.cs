using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>PostgreSQL's own measurement on the same server, for scale.</summary>
internal static class PgBench
{
    private const int Seconds = 10;

    public static async Task PrintAsync(LedgerDatabase database)
    {
        try
        {
            await RunAsync(database, "-i -s 10 -q");
            var output = await RunAsync(database, string.Create(CultureInfo.InvariantCulture, $"-c 32 -j 2 -T {Seconds} -n"));
            var line = output.Split('\n').First(text => text.StartsWith("tps", StringComparison.Ordinal));
            Console.WriteLine($"pgbench TPC-B, scale 10, 32 connections: {line}");
        }
        catch (Win32Exception)
        {
            Console.WriteLine("pgbench is not installed here.");
        }
    }

    private static async Task<string> RunAsync(LedgerDatabase database, string arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo("pgbench", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        start.Environment["PGDATABASE"] = server.Database;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pgbench did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"pgbench: {await errors}");
    }
}

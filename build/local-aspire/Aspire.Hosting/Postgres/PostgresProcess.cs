using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.State;

namespace Aspire.Hosting.Postgres;

/// <summary>PostgreSQL as an ordinary process: see postgres.sh.</summary>
internal static class PostgresProcess
{
    // As root the server takes the identity of Debian's package, which refuses to run as root.
    private const string AsPostgres =
        "chown postgres: \"$PGVOLUME\" && exec setpriv --reuid=postgres --regid=postgres --init-groups /bin/sh -c \"$0\"";

    public static ProcessSpec Describe(PostgresServerResource server, LaunchContext context)
    {
        var programs = BinDirectories().FirstOrDefault()
            ?? Path.GetDirectoryName(Programs.Find("postgres"))!;
        var volume = Directory.CreateDirectory(context.DataDirectory);
        if (Environment.IsPrivilegedProcess)
        {
            RequireTraversable(volume);
        }

        var script = Programs.Script("postgres.sh");
        return new()
        {
            ExecutablePath = "/bin/sh",
            Arguments = Environment.IsPrivilegedProcess ? ["-c", AsPostgres, script] : ["-c", script],
            ShownProgram = Path.Combine(programs, "postgres"),
            WorkingDirectory = volume.FullName,
            Environment = new Dictionary<string, string>(context.Environment, StringComparer.Ordinal)
            {
                ["PGBIN"] = programs,
                ["PGVOLUME"] = volume.FullName,
                ["PGPORT"] = server.PrimaryEndpoint.Port.ToString(),
            },
        };
    }

    private static IEnumerable<string> BinDirectories() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql")
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "postgres")))
        : [];

    private static void RequireTraversable(DirectoryInfo volume)
    {
        for (var directory = volume.Parent; directory is not null; directory = directory.Parent)
        {
            if (!directory.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                throw new DistributedApplicationException(
                    $"PostgreSQL runs as the user postgres, who may not pass through {directory.FullName}: chmod o+x {directory.FullName}, or set LocalAspire__StateDirectory to a place that it can reach.");
            }
        }
    }
}

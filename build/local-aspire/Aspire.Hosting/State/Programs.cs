namespace Aspire.Hosting.State;

/// <summary>Finds the programs of this machine.</summary>
internal static class Programs
{
    private const string InstallServers =
        "Install the servers of local mode: apt-get install --no-install-recommends rabbitmq-server redis-server postgresql";

    /// <summary>Finds a program in the given places, then on the PATH.</summary>
    public static string Find(string program, params IEnumerable<string> places)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return places.Concat(path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .Select(place => Path.Combine(place, program))
            .FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException($"The program '{program}' is missing. {InstallServers}");
    }

    /// <summary>Reads a shell script that is embedded in this assembly.</summary>
    public static string Script(string name)
    {
        using var stream = typeof(Programs).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

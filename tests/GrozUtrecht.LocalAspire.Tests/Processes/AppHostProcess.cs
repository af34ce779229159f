using System.Diagnostics;
using System.Text.Json;
using GrozUtrecht.LocalAspire.Tests.Stacks;

namespace GrozUtrecht.LocalAspire.Tests.Processes;

/// <summary>The small AppHost as a process of its own, as <c>dotnet run</c> would start it.</summary>
internal sealed class AppHostProcess : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo status = Directory.CreateTempSubdirectory("groz-test-");
    private readonly TestStacks stacks = new();

    public AppHostProcess()
    {
        Process = Process.Start(new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            ArgumentList =
            {
                typeof(Projects.GrozUtrecht_LocalAspire_TestHost).Assembly.Location,
                "--Parts=servers",
                "--DcpPublisher:RandomizePorts=true",
                $"--Status:Directory={status.FullName}",
                $"--LocalAspire:StateDirectory={stacks.StateDirectory}",
            },
        })!;
    }

    public Process Process { get; }

    public Task UntilHealthyAsync(params string[] resources) =>
        UntilAsync(() => resources.All(Healthy().Contains), TestStacks.StartTimeout, $"{string.Join(", ", resources)} to be healthy");

    public static async Task UntilAsync(Func<bool> condition, TimeSpan timeout, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < timeout, $"Waited {timeout.TotalSeconds} s for {what}.");
            await Task.Delay(PollInterval);
        }
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        Process.Dispose();
        status.Delete(recursive: true);
        stacks.Dispose();
    }

    private HashSet<string> Healthy()
    {
        var file = Path.Combine(status.FullName, "status.json");
        if (!File.Exists(file))
        {
            return [];
        }

        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.EnumerateArray()
            .Where(resource => resource.GetProperty("health").GetString() == "Healthy")
            .Select(resource => resource.GetProperty("name").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
    }
}

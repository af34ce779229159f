using Aspire.Hosting.Testing;

namespace GrozUtrecht.LocalAspire.Tests.Stacks;

/// <summary>Applications of the small AppHost, each with a state directory that goes when the test ends.</summary>
internal sealed class TestStacks : IDisposable
{
    // RabbitMQ needs its time when other tests keep the machine busy.
    public static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("groz-test-");

    public string StateDirectory => state.FullName;

    public Task<IDistributedApplicationTestingBuilder> CreateAsync(string parts, params string[] settings) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.GrozUtrecht_LocalAspire_TestHost>(
            [$"--Parts={parts}", $"--LocalAspire:StateDirectory={StateDirectory}", .. settings]);

    public void Dispose() => state.Delete(recursive: true);
}

using Aspire.Hosting.Projects;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Runs the entry point of an AppHost in a test: on ports of its own, and without a dashboard unless the test asks for one.</summary>
public static class DistributedApplicationTestingBuilder
{
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>(args, (_, _) => { }, cancellationToken);

    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default)
    {
        var assembly = typeof(TEntryPoint).Assembly;
        var observer = new EntryPointObserver((options, settings) =>
        {
            options.AssemblyName = assembly.FullName;
            options.DisableDashboard = true;
            Configure(settings, assembly.Metadata(AppHostMetadata.ProjectDirectory)!);
            configureBuilder(options, settings);
        });
        EntryPoint.Start(assembly, args, observer);
        var builder = await observer.ReadyToBuild.WaitAsync(cancellationToken);
        return new TestingBuilder(builder, observer);
    }

    // The AppHost's own launch profile, as if it had been run; then what makes several of them fit on one machine.
    private static void Configure(HostApplicationBuilderSettings settings, string appHostDirectory)
    {
        var profile = LaunchProfile.Find(appHostDirectory, name: null)?.EnvironmentVariables ?? [];
        settings.EnvironmentName = profile.GetValueOrDefault("DOTNET_ENVIRONMENT", "Development");
        settings.Configuration ??= new();
        settings.Configuration.AddInMemoryCollection(profile.Select(variable => KeyValuePair.Create(variable.Key, (string?)variable.Value)));
        settings.Configuration.AddInMemoryCollection([new("DcpPublisher:RandomizePorts", "true")]);
    }
}

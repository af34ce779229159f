using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Projects;
using Aspire.Hosting.State;

namespace Aspire.Hosting;

/// <summary>Adds the projects of the solution.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>A project with the launch profile of the AppHost's own name, or else its first one.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        var profileName = builder.Configuration["AppHost:DefaultLaunchProfileName"] ?? builder.Configuration["DOTNET_LAUNCH_PROFILE"];
        return builder.Add(name, metadata, LaunchProfile.Find(DirectoryOf(metadata), profileName));
    }

    /// <summary>A project with a launch profile, or with none at all: no endpoints and no variables.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        return builder.Add(
            name, metadata, launchProfileName is null ? null : LaunchProfile.Find(DirectoryOf(metadata), launchProfileName));
    }

    /// <summary>How many instances a published application has. Here a project is one process.</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        replicas > 0 ? builder : throw new ArgumentOutOfRangeException(nameof(replicas), replicas, "At least one replica is needed.");

    private static IResourceBuilder<ProjectResource> Add(
        this IDistributedApplicationBuilder builder, string name, IProjectMetadata metadata, LaunchProfile? profile)
    {
        var resource = new ProjectResource(name);
        resource.Annotations.Add(new ResourceInstance());
        resource.Annotations.Add(metadata);
        resource.Annotations.Add(Telemetry(resource, builder));
        foreach (var address in profile?.Addresses ?? [])
        {
            resource.Annotations.Add(new Endpoint(address.Scheme, address.Scheme, address.Host, address.Port));
        }

        resource.Annotations.Add(ProfileEnvironment(resource, profile));
        resource.Annotations.Add(new Launch(context => Describe(metadata, context)));
        return builder.AddResource(resource);
    }

    // Without a dashboard there is nobody to send telemetry to.
    private static EnvironmentSource Telemetry(ProjectResource resource, IDistributedApplicationBuilder builder) => new(environment =>
    {
        if (builder is DistributedApplicationBuilder { Options.DisableDashboard: false })
        {
            foreach (var (variable, value) in OtlpEnvironment.Of(builder.Configuration, resource.Name, resource.InstanceSuffix!))
            {
                environment[variable] = new TextValue(value);
            }
        }
    });

    private static EnvironmentSource ProfileEnvironment(ProjectResource resource, LaunchProfile? profile) => new(environment =>
    {
        foreach (var (variable, value) in profile?.EnvironmentVariables ?? [])
        {
            environment[variable] = new TextValue(value);
        }

        var addresses = resource.Annotations.OfType<Endpoint>().Select(endpoint => endpoint.Url).ToArray();
        if (addresses.Length > 0)
        {
            environment["ASPNETCORE_URLS"] = new TextValue(string.Join(';', addresses));
        }
    });

    private static ProcessSpec Describe(IProjectMetadata metadata, LaunchContext context)
    {
        var output = metadata.GetType().Assembly.Metadata(AppHostMetadata.ProjectOutput(metadata.ProjectPath));
        if (!File.Exists(output))
        {
            throw new DistributedApplicationException($"The project {metadata.ProjectPath} is not built: dotnet build it first.");
        }

        return new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Programs.Find("dotnet"),
            Arguments = [output, .. context.Arguments],
            WorkingDirectory = DirectoryOf(metadata),
            Environment = context.Environment,
        };
    }

    private static string DirectoryOf(IProjectMetadata metadata) => Path.GetDirectoryName(metadata.ProjectPath)!;
}

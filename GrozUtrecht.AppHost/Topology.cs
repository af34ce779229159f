namespace GrozUtrecht.AppHost;

/// <summary>A service's process and the migrator that prepares its database and queues.</summary>
internal sealed record Service(IResourceBuilder<ProjectResource> Process, IResourceBuilder<ProjectResource> Migrator);

/// <summary>How services and the gateway are added: the same way each time.</summary>
internal static class Topology
{
    private const int PublishReplicas = 2;

    /// <summary>A service with its own database and its migrator.</summary>
    public static Service AddService<TProject>(this IDistributedApplicationBuilder builder, string name, Infrastructure infrastructure)
        where TProject : IProjectMetadata, new()
    {
        var database = infrastructure.Database(name);

        var migrator = builder.AddProject<TProject>($"{name}-migrate", launchProfileName: null)
            .WithArgs("migrate")
            .WithReference(database)
            .WithReference(infrastructure.RabbitMQ)
            .WaitFor(database)
            .WaitFor(infrastructure.RabbitMQ);

        var process = builder.AddProject<TProject>(name)
            .WithReference(database)
            .WithReference(infrastructure.RabbitMQ)
            .WithReference(infrastructure.Redis)
            .WithHttpHealthCheck("/health")
            .WithPublishReplicas(builder);

        return new(process, migrator);
    }

    /// <summary>The only door: it knows every service by name, and counts requests in Redis.</summary>
    public static IResourceBuilder<ProjectResource> AddGateway<TProject>(
        this IDistributedApplicationBuilder builder, Infrastructure infrastructure, Service[] services)
        where TProject : IProjectMetadata, new()
    {
        var gateway = builder.AddProject<TProject>("gateway")
            .WithReference(infrastructure.Redis)
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/health")
            .WithPublishReplicas(builder);

        foreach (var service in services)
        {
            gateway.WithReference(service.Process);
        }

        return gateway;
    }

    /// <summary>
    /// No service starts before every migrator is done: an event is published only when each queue that wants it exists, also the
    /// queue of a service that has never run.
    /// </summary>
    public static void StartAfterMigrations(Service[] services)
    {
        foreach (var service in services)
        {
            foreach (var other in services)
            {
                service.Process.WaitForCompletion(other.Migrator);
            }
        }
    }

    private static IResourceBuilder<ProjectResource> WithPublishReplicas(
        this IResourceBuilder<ProjectResource> resource, IDistributedApplicationBuilder builder) =>
        builder.ExecutionContext.IsPublishMode ? resource.WithReplicas(PublishReplicas) : resource;
}

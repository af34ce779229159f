namespace GrozUtrecht.AppHost;

/// <summary>How a service, the gateway and a secret are added: the same way each time.</summary>
internal static class Topology
{
    private const int PublishReplicas = 2;
    private const int MinimumSecretLength = 24;

    /// <summary>A secret that is made once and kept in the user secrets, so that a data volume can be opened again.</summary>
    public static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = MinimumSecretLength, Special = false }, secret: true, persist: true);

    /// <summary>
    /// A service with its own database, and the migrator that prepares both that database and the service's queues. All services
    /// wait for their migrator, so that no event is published before every queue that wants it exists.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder, string name, Infrastructure infrastructure)
        where TProject : IProjectMetadata, new()
    {
        var database = infrastructure.Database(name);

        var migrator = builder.AddProject<TProject>($"{name}-migrate", launchProfileName: null)
            .WithArgs("migrate")
            .WithReference(database)
            .WithReference(infrastructure.RabbitMQ)
            .WaitFor(database);

        return builder.AddProject<TProject>(name)
            .WithReference(database)
            .WithReference(infrastructure.RabbitMQ)
            .WithReference(infrastructure.Redis)
            .WaitForCompletion(migrator)
            .WithHttpHealthCheck("/health")
            .WithPublishReplicas(builder);
    }

    /// <summary>The only door: it knows every service by name, and counts requests in Redis.</summary>
    public static IResourceBuilder<ProjectResource> AddGateway<TProject>(
        this IDistributedApplicationBuilder builder, Infrastructure infrastructure, IResourceBuilder<ProjectResource>[] services)
        where TProject : IProjectMetadata, new()
    {
        var gateway = builder.AddProject<TProject>("gateway")
            .WithReference(infrastructure.Redis)
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/health")
            .WithPublishReplicas(builder);

        foreach (var service in services)
        {
            gateway.WithReference(service);
        }

        return gateway;
    }

    /// <summary>Tells a process where tokens are checked. <c>Authentication__Authority</c> set on the AppHost names another provider.</summary>
    public static void TrustTokensOf(this IResourceBuilder<ProjectResource> resource, IResourceBuilder<ProjectResource> identity)
    {
        if (resource.ApplicationBuilder.Configuration["Authentication:Authority"] is { Length: > 0 } authority)
        {
            resource.WithEnvironment("Authentication__Authority", authority);
            return;
        }

        var endpoint = identity.GetEndpoint("http");
        resource
            .WithEnvironment("Authentication__Authority", ReferenceExpression.Create($"{endpoint}/identity"))
            .WithEnvironment("Authentication__RevocationList", ReferenceExpression.Create($"{endpoint}/identity/v1/intrekkingen"));
    }

    private static IResourceBuilder<ProjectResource> WithPublishReplicas(
        this IResourceBuilder<ProjectResource> resource, IDistributedApplicationBuilder builder) =>
        builder.ExecutionContext.IsPublishMode ? resource.WithReplicas(PublishReplicas) : resource;
}

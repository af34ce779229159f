using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>
    /// Gives the connection string of a resource as <c>ConnectionStrings__name</c>, and its parts as <c>NAME_HOST</c> and the like.
    /// </summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        var name = connectionName ?? source.Resource.Name;
        builder.Resource.Annotations.Add(new EnvironmentSource(environment =>
        {
            environment[$"ConnectionStrings__{name}"] = new ConnectionStringValue(source.Resource, optional);
            foreach (var (property, value) in source.Resource.GetConnectionProperties())
            {
                environment[$"{EnvironmentName(name)}_{property.ToUpperInvariant()}"] = value;
            }
        }));
        return builder.WithRelationship(source.Resource, "Reference");
    }

    /// <summary>
    /// Gives the addresses of a resource as <c>services__name__http__0</c>, where service discovery looks, and as <c>NAME_HTTP</c>.
    /// </summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        builder.Resource.Annotations.Add(new EnvironmentSource(environment =>
        {
            foreach (var endpoint in source.Resource.Annotations.OfType<Endpoint>())
            {
                var reference = new EndpointReference(source.Resource, endpoint.Name);
                environment[$"services__{source.Resource.Name}__{endpoint.Name}__0"] = reference;
                environment[$"{EnvironmentName(source.Resource.Name)}_{EnvironmentName(endpoint.Name)}"] = reference;
            }
        }));
        return builder.WithRelationship(source.Resource, "Reference");
    }

    private static string EnvironmentName(string name) => name.ToUpperInvariant().Replace('-', '_');

    private sealed class ConnectionStringValue(IResourceWithConnectionString resource, bool optional) : IValueProvider
    {
        public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
        {
            var value = await resource.GetConnectionStringAsync(cancellationToken);
            return !string.IsNullOrEmpty(value) || optional
                ? value
                : throw new DistributedApplicationException(
                    $"The connection string for the resource '{resource.Name}' is not available: set ConnectionStrings__{resource.Name}.");
        }
    }
}

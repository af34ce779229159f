using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Extensions of resource builders.</summary>
public static partial class ResourceBuilderExtensions
{
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new(builder.Resource, name);

    /// <summary>Marks the HTTP endpoints as meant for the outside; the dashboard shows them first.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Resource.Annotations.OfType<Endpoint>().Where(endpoint => endpoint.Scheme is "http" or "https"))
        {
            endpoint.IsExternal = true;
        }

        return builder;
    }
}

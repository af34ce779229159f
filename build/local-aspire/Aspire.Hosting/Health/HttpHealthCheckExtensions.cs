using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    private const int Ok = 200;

    // A probe asks often: it must not wait long for one answer.
    private static readonly HttpClient ProbeClient = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>The resource is healthy when it answers a GET of the path with the status code.</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        var endpoint = endpointName is null
            ? builder.Resource.Annotations.OfType<Endpoint>().FirstOrDefault(candidate => candidate.Scheme is "http" or "https")
            : builder.GetEndpoint(endpointName).Endpoint;
        if (endpoint is null)
        {
            throw new DistributedApplicationException(
                $"Could not create HTTP health check for resource '{builder.Resource.Name}': it has no HTTP endpoint.");
        }

        var name = $"{builder.Resource.Name}_{endpoint.Name}_{path ?? "/"}_{statusCode ?? Ok}_check";
        builder.Resource.Annotations.Add(new HealthProbe(name, cancellationToken =>
            AskAsync(new Uri(new Uri(endpoint.Url), path ?? "/"), statusCode ?? Ok, cancellationToken)));
        return builder;
    }

    private static async Task<string?> AskAsync(Uri address, int expectedStatusCode, CancellationToken cancellationToken)
    {
        using var response = await ProbeClient.GetAsync(address, cancellationToken);
        return (int)response.StatusCode == expectedStatusCode
            ? null
            : $"{address} answered {(int)response.StatusCode}, expected {expectedStatusCode}.";
    }
}

using GrozUtrecht.Gateway.Routing;
using GrozUtrecht.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace GrozUtrecht.Gateway.Forwarding;

/// <summary>YARP with the table of routes.</summary>
internal static class ForwardingSetup
{
    private const int MaximumHeaderBytes = 16 * 1024;
    private const int MaximumHeaders = 64;
    private const int MaximumRequestLineBytes = 4 * 1024;
    private const int MaximumConnections = 8 * 1024;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    public static void AddForwarding(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestHeadersTotalSize = MaximumHeaderBytes;
            kestrel.Limits.MaxRequestHeaderCount = MaximumHeaders;
            kestrel.Limits.MaxRequestLineSize = MaximumRequestLineBytes;
            kestrel.Limits.MaxConcurrentConnections = MaximumConnections;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        });

        builder.Services.AddOptions<GatewaySettings>()
            .Bind(builder.Configuration.GetSection(GatewaySettings.Section))
            .ValidateDataAnnotations()
            .Validate(settings => settings.RequestTimeouts.Values.All(IsUsable), "Every time in Gateway:RequestTimeouts is over 0 and at most 90 s.")
            .ValidateOnStart();
        builder.Services.AddRequestTimeouts();
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, UnreachableReplicaPolicy>();
        builder.Services.AddSingleton<IProxyConfigProvider>(services => Table(
            services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IOptions<GatewaySettings>>().Value));
        builder.Services.AddReverseProxy().AddTransforms(HandOverSecret);
        builder.Services.HideSecretsAfter(RouteTable.SecretPath);
        builder.Services.AddSingleton<IForwarderHttpClientFactory, ReplicaClientFactory>();
    }

    // The secret was taken out of the path; a header stands in no span of the request to the service either.
    private static void HandOverSecret(TransformBuilderContext route) => route.AddRequestTransform(request =>
    {
        if (request.HttpContext.PathSecret() is { } secret)
        {
            request.ProxyRequest.Headers.TryAddWithoutValidation(SecretPath.Header, secret);
        }

        return ValueTask.CompletedTask;
    });

    private static bool IsUsable(TimeSpan timeout) => timeout > TimeSpan.Zero && timeout <= GatewaySettings.MaximumRequestTimeout;

    private static InMemoryConfigProvider Table(IConfiguration configuration, GatewaySettings settings)
    {
        var addresses = ServiceAddresses.Read(configuration);
        return new InMemoryConfigProvider(
            [.. addresses.Keys.SelectMany(service => RouteTable.Routes(service, settings))],
            [.. addresses.Select(service => RouteTable.Cluster(service.Key, service.Value, settings))]);
    }
}

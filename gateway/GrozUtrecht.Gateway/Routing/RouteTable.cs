using GrozUtrecht.Gateway.Forwarding;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace GrozUtrecht.Gateway.Routing;

/// <summary>Which path goes to which service. Everything asks for a token, except the routes that say <see cref="Anonymous"/>.</summary>
internal static class RouteTable
{
    /// <summary>What follows this path is the secret of one person's calendar.</summary>
    public const string SecretPath = "/open/agenda/personen/";

    private const string Anonymous = "anonymous";
    private const string ValidToken = "default";
    private const int MaximumConnectionsPerReplica = 512;
    private const long MaximumFileBytes = 2 * 1024 * 1024;
    private static readonly string[] ReadMethods = ["GET", "HEAD"];

    /// <summary>The routes to one service.</summary>
    public static IEnumerable<RouteConfig> Routes(RoutedService service, GatewaySettings settings)
    {
        yield return Route(service, "api", $"{service.BasePath}/{{**rest}}", ValidToken, settings);
        yield return Route(service, "openapi", service.DocumentPath, Anonymous, settings, ReadMethods);

        if (service == RoutedService.Support)
        {
            // The sociale kaart is there for everybody, as open data.
            yield return Route(service, "hsds", "/open/hsds/{**rest}", Anonymous, settings, ReadMethods);
        }

        if (service == RoutedService.Lifestyle)
        {
            // The offer is there for everybody: as open data, as calendars, and as a page per aanbieder.
            yield return Route(service, "openactive", "/open/openactive/{**rest}", Anonymous, settings, ReadMethods);
            yield return Route(service, "agenda", "/open/agenda/{**rest}", Anonymous, settings, ReadMethods);
            yield return Route(service, "aanbieders", "/open/aanbieders/{**rest}", Anonymous, settings, ReadMethods);
        }

        if (service == RoutedService.Tijdbank)
        {
            // A list of a year's attendance is larger than any other request may be.
            yield return Route(service, "imports", $"{service.BasePath}/urenregistraties/imports", ValidToken, settings) with
            {
                MaxRequestBodySize = MaximumFileBytes,
            };

            // Whoever was shown a statement can check its signature and whether it still holds.
            yield return Route(service, "well-known", "/tijdbank/.well-known/{**rest}", Anonymous, settings, ReadMethods);
            yield return Route(service, "geldigheid", "/tijdbank/v1/urenverklaringen/{id}/geldigheid", Anonymous, settings, ReadMethods);
        }

        if (service == RoutedService.VitaalWerken)
        {
            // An employee has no account with anybody, so that nobody can ask whose token it was: what they hold is a code or a key of their own.
            yield return Route(service, "medewerkers", "/vitaal-werken/v1/medewerkers/{**rest}", Anonymous, settings);
            yield return Route(service, "meedoen", "/open/vitaal-werken/{**rest}", Anonymous, settings, ReadMethods);
        }

        if (service == RoutedService.Identity)
        {
            // Whoever asks for a token has none yet; these endpoints check the client's own credentials.
            yield return Route(service, "connect", "/identity/connect/{**rest}", Anonymous, settings);
            yield return Route(service, "well-known", "/identity/.well-known/{**rest}", Anonymous, settings, ReadMethods);
        }
    }

    /// <summary>The replicas of one service, and what holds for every connection to them.</summary>
    public static ClusterConfig Cluster(RoutedService service, IReadOnlyList<Uri> replicas, GatewaySettings settings) => new()
    {
        ClusterId = service.Name,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        Destinations = replicas.Index().ToDictionary(
            replica => $"{service.Name}-{replica.Index}",
            replica => new DestinationConfig { Address = replica.Item.AbsoluteUri },
            StringComparer.Ordinal),
        HttpClient = new HttpClientConfig { MaxConnectionsPerServer = MaximumConnectionsPerReplica },
        HealthCheck = new HealthCheckConfig
        {
            // When every replica is marked as down they are tried all the same: a restarted service is back at once.
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Passive = new PassiveHealthCheckConfig
            {
                Enabled = true,
                Policy = UnreachableReplicaPolicy.PolicyName,
                ReactivationPeriod = settings.ReactivationPeriod,
            },
        },
    };

    private static RouteConfig Route(
        RoutedService service, string name, string path, string policy, GatewaySettings settings, string[]? methods = null) => new()
    {
        RouteId = $"{service.Name}-{name}",
        ClusterId = service.Name,
        Match = new RouteMatch { Path = path, Methods = methods },
        AuthorizationPolicy = policy,
        Timeout = settings.TimeoutOf(service),
    };
}

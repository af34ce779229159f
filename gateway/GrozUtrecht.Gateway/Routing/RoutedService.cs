namespace GrozUtrecht.Gateway.Routing;

/// <summary>A service behind the gateway.</summary>
/// <param name="Name">First segment of its paths, and its name in the configuration of addresses.</param>
/// <param name="Title">Its name in the API documentation.</param>
internal sealed record RoutedService(string Name, string Title)
{
    /// <summary>Where clients get their tokens. It need not run where another OpenID provider issues them.</summary>
    public static readonly RoutedService Identity = new("identity", "Identiteit en toegang");

    /// <summary>Takes files, which are larger than other requests, and signs statements, which strangers can check.</summary>
    public static readonly RoutedService Tijdbank = new("tijdbank", "Tijdbank");

    /// <summary>Publishes the sociale kaart for everybody.</summary>
    public static readonly RoutedService Support = new("support", "Support");

    /// <summary>Publishes what there is to do for everybody.</summary>
    public static readonly RoutedService Lifestyle = new("lifestyle", "Lifestyle");

    /// <summary>Takes answers of employees, who have no token.</summary>
    public static readonly RoutedService VitaalWerken = new("vitaal-werken", "Vitaal werken");

    /// <summary>Every service that can be reached, in the order of the documentation.</summary>
    public static readonly IReadOnlyList<RoutedService> All =
    [
        Support,
        Tijdbank,
        Lifestyle,
        VitaalWerken,
        Identity,
    ];

    /// <summary>Path under which the service's resources live; it passes unchanged.</summary>
    public string BasePath => $"/{Name}/v1";

    /// <summary>Where the service's OpenAPI document is.</summary>
    public string DocumentPath => $"{BasePath}/openapi.json";
}

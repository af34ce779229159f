using Microsoft.Extensions.Options;

namespace GrozUtrecht.Gateway.Routing;

/// <summary>
/// The addresses of the services' replicas, from the configuration that Aspire injects: <c>services:support:http:0</c>, <c>:1</c>
/// and so on. A service without an address is named when the gateway starts, not when the first partner asks for it.
/// </summary>
internal static class ServiceAddresses
{
    /// <summary>Reads the addresses of every service.</summary>
    /// <exception cref="OptionsValidationException">Some address is missing or is not an http address.</exception>
    public static IReadOnlyDictionary<RoutedService, IReadOnlyList<Uri>> Read(IConfiguration configuration)
    {
        var found = new Dictionary<RoutedService, IReadOnlyList<Uri>>();
        var failures = new List<string>();
        foreach (var service in RoutedService.All)
        {
            var addresses = AddressesOf(service, configuration, failures);
            if (addresses.Count > 0)
            {
                found.Add(service, addresses);
            }
            else if (service != RoutedService.Identity)
            {
                failures.Add($"The address of '{service.Name}' is missing: set services__{service.Name}__http__0.");
            }
        }

        return failures.Count == 0 ? found : throw new OptionsValidationException("services", typeof(ServiceAddresses), failures);
    }

    private static List<Uri> AddressesOf(RoutedService service, IConfiguration configuration, List<string> failures)
    {
        var section = configuration.GetSection($"services:{service.Name}:http");
        if (!section.Exists())
        {
            section = configuration.GetSection($"services:{service.Name}:https");
        }

        var addresses = new List<Uri>();
        foreach (var replica in section.GetChildren())
        {
            if (Uri.TryCreate(replica.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                addresses.Add(address);
            }
            else
            {
                failures.Add($"The address of '{service.Name}' at '{replica.Path}' is not an http address.");
            }
        }

        return addresses;
    }
}

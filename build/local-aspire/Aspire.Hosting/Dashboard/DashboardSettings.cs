using System.Security.Cryptography;
using Aspire.Hosting.Endpoints;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// Where the dashboard and what serves it listen, and the secrets between them. All of it lies in the AppHost's configuration under
/// the names that Aspire uses, so that a test or <c>./groz</c> can set and read the same keys in both modes.
/// </summary>
internal sealed record DashboardSettings
{
    private const int KeyBytes = 16;

    public required Uri Frontend { get; init; }
    public required Uri OtlpGrpc { get; init; }
    public required Uri OtlpHttp { get; init; }
    public required Uri ResourceService { get; init; }
    public required string BrowserToken { get; init; }
    public required string OtlpApiKey { get; init; }
    public required string TelemetryApiKey { get; init; }
    public required string ResourceServiceApiKey { get; init; }

    public Uri Login => new(Frontend, $"/login?t={Uri.EscapeDataString(BrowserToken)}");

    /// <summary>Reads what is configured, makes up what is not, and writes that back for the rest of the AppHost.</summary>
    public static DashboardSettings Prepare(IConfiguration configuration) => new()
    {
        Frontend = Address(configuration, "ASPNETCORE_URLS", "URLS"),
        OtlpGrpc = Address(configuration, "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"),
        OtlpHttp = Address(configuration, "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"),
        ResourceService = Address(configuration, "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"),
        BrowserToken = Key(configuration, "AppHost:BrowserToken", "ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"),
        OtlpApiKey = Key(configuration, "AppHost:OtlpApiKey"),
        TelemetryApiKey = Key(configuration, "AppHost:DashboardApiKey"),
        ResourceServiceApiKey = Key(configuration, "AppHost:ResourceService:ApiKey", "ASPIRE_DASHBOARD_RESOURCESERVICE_APIKEY"),
    };

    private static Uri Address(IConfiguration configuration, params ReadOnlySpan<string> names)
    {
        // A second stack beside a running one asks for other ports, whatever its launch profile says.
        var isConfigurable = !configuration.GetValue("DcpPublisher:RandomizePorts", defaultValue: false);
        foreach (var name in isConfigurable ? names : [])
        {
            // Several addresses may be listed; the first is the one to show.
            if (configuration[name]?.Split(';')[0] is { Length: > 0 } configured)
            {
                return new Uri(configured);
            }
        }

        var address = new Uri($"http://localhost:{FreePorts.Take()}");
        configuration[names[0]] = address.OriginalString;
        return address;
    }

    private static string Key(IConfiguration configuration, string name, string? alias = null)
    {
        var key = alias is not null && configuration[alias] is { Length: > 0 } given ? given
            : configuration[name] is { Length: > 0 } configured ? configured
            : RandomNumberGenerator.GetHexString(KeyBytes * 2, lowercase: true);
        configuration[name] = key;
        return key;
    }
}

namespace Aspire.Hosting.Dashboard;

/// <summary>The environment of the dashboard's process: every address and key, and an answer to every way of signing in.</summary>
internal static class DashboardEnvironment
{
    public static Dictionary<string, string> Of(DashboardSettings settings, string environmentName) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = environmentName,
        ["ASPNETCORE_URLS"] = Text(settings.Frontend),
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = Text(settings.OtlpGrpc),
        ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = Text(settings.OtlpHttp),
        ["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = Text(settings.ResourceService),
        ["DASHBOARD__FRONTEND__PUBLICURL"] = Text(settings.Frontend),
        ["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken",
        ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = settings.BrowserToken,
        ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey",
        ["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = settings.ResourceServiceApiKey,
        ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
        ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = settings.OtlpApiKey,
        ["ASPIRE_DASHBOARD_API_ENABLED"] = "true",
        ["DASHBOARD__API__AUTHMODE"] = "ApiKey",
        ["DASHBOARD__API__PRIMARYAPIKEY"] = settings.TelemetryApiKey,
        // Its log lines are read back and repeated in the AppHost's log, at their own level.
        ["LOGGING__CONSOLE__FORMATTERNAME"] = "json",
    };

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}

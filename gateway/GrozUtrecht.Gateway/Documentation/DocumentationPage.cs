using GrozUtrecht.Gateway.Routing;
using Yarp.ReverseProxy.Configuration;

namespace GrozUtrecht.Gateway.Documentation;

/// <summary>
/// One page with the OpenAPI documents of all services. Everything it needs is embedded: it works without internet, and its
/// content security policy lets it load from this address only.
/// </summary>
internal static class DocumentationPage
{
    private const string Prefix = "docs";
    private const string Title = "GROZUtrecht API-documentatie";

    // Swagger UI sets style attributes and draws its icons from data: addresses; it needs nothing else from elsewhere.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapDocumentation(this WebApplication app)
    {
        app.MapGet("/", () => TypedResults.Redirect($"/{Prefix}/index.html")).AllowAnonymous();

        app.UseWhen(context => context.Request.Path.StartsWithSegments($"/{Prefix}", StringComparison.OrdinalIgnoreCase), branch =>
        {
            branch.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
                context.Response.Headers.XContentTypeOptions = "nosniff";
                context.Response.Headers["Referrer-Policy"] = "no-referrer";
                return next(context);
            });
            branch.UseSwaggerUI(page =>
            {
                page.RoutePrefix = Prefix;
                page.DocumentTitle = Title;
                page.EnableDeepLinking();
                page.DisplayRequestDuration();
                foreach (var service in Reachable(app.Services.GetRequiredService<IProxyConfigProvider>()))
                {
                    page.SwaggerEndpoint(service.DocumentPath, service.Title);
                }
            });
        });
    }

    private static IEnumerable<RoutedService> Reachable(IProxyConfigProvider table)
    {
        var clusters = table.GetConfig().Clusters.Select(cluster => cluster.ClusterId).ToHashSet(StringComparer.Ordinal);
        return RoutedService.All.Where(service => clusters.Contains(service.Name));
    }
}

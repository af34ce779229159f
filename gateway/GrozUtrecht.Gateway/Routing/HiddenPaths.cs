using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Gateway.Routing;

/// <summary>What lies under a forwarded path but is meant for processes inside only: for a partner it does not exist.</summary>
internal static class HiddenPaths
{
    private static readonly string[] Paths = ["/identity/v1/intrekkingen"];

    /// <summary>Answers 404 where the forwarding routes, being less specific, would have forwarded.</summary>
    public static void MapHiddenPaths(this IEndpointRouteBuilder app)
    {
        foreach (var path in Paths)
        {
            app.Map($"{path}/{{**rest}}", () => RequestFailures.NotFound.ToProblem()).AllowAnonymous();
        }
    }
}

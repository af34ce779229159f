using System.Reflection;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Meedoen;

/// <summary>
/// <c>GET /open/vitaal-werken/meedoen</c>: the page behind an invitation. It is the same for everybody; the code stays after the # in the
/// address, which a browser sends to nobody, and travels in a header to the API that this page is a user of.
/// </summary>
internal static class MeedoenSetup
{
    // The page runs its own script and style and speaks to its own origin, and nothing else.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly (string Path, string Resource, string MediaType)[] Files =
    [
        ("/meedoen", "meedoen.html", "text/html; charset=utf-8"),
        ("/meedoen.css", "meedoen.css", "text/css; charset=utf-8"),
        .. new[] { "belangstelling", "deelname", "elementen", "meedoen", "scan", "teksten" }.Select(script => ($"/{script}.js", $"{script}.js", "text/javascript; charset=utf-8")),
    ];

    public static void MapMeedoen(this IEndpointRouteBuilder app)
    {
        var open = app.MapPublicFeed("/open/vitaal-werken");
        foreach (var (path, resource, mediaType) in Files)
        {
            var content = Read(resource);
            open.MapGet(path, (HttpContext http) =>
            {
                http.Response.Headers.ContentSecurityPolicy = Policy;
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.Headers["Referrer-Policy"] = "no-referrer";
                http.Response.Headers.CacheControl = "public, max-age=300";
                return TypedResults.Bytes(content, mediaType);
            });
        }
    }

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

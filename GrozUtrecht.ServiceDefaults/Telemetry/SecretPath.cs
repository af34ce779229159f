using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.ServiceDefaults.Telemetry;

/// <summary>
/// Secrets in paths, for callers who can send nothing but an address. The secret is taken out before the request begins, because from
/// then on its path stands in the scope of every log line, in the span and in problem answers. Between processes it travels in a header.
/// </summary>
public static partial class SecretPath
{
    /// <summary>What stands in the place of the secret.</summary>
    public const string Hidden = "verborgen";

    /// <summary>Carries the secret from the gateway to the service.</summary>
    public const string Header = "X-Path-Secret";

    /// <summary>Hides what follows this path, which ends with a slash, in every request to this process.</summary>
    public static IServiceCollection HideSecretsAfter(this IServiceCollection services, string path) => services
        .AddSingleton<IHttpContextFactory>(provider => new SecretPathContextFactory(new DefaultHttpContextFactory(provider), path));

    /// <summary>What stood after the hidden path, or null. What could never be a secret is not there either.</summary>
    public static string? PathSecret(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<Secret>()?.Value;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,128}\z", RegexOptions.None, 1_000)]
    private static partial Regex Possible();

    private sealed record Secret(string Value);

    private sealed class SecretPathContextFactory(DefaultHttpContextFactory inner, string path) : IHttpContextFactory
    {
        public HttpContext Create(IFeatureCollection featureCollection)
        {
            if (featureCollection.Get<IHttpRequestFeature>() is { } request
                && request.Path.StartsWith(path, StringComparison.OrdinalIgnoreCase)
                && request.Path.Length > path.Length)
            {
                Hide(featureCollection, request);
            }

            return inner.Create(featureCollection);
        }

        public void Dispose(HttpContext httpContext) => inner.Dispose(httpContext);

        private void Hide(IFeatureCollection features, IHttpRequestFeature request)
        {
            var rest = request.Path[path.Length..];
            var value = rest == Hidden ? request.Headers[Header].ToString() : rest;
            request.Headers.Remove(Header);
            request.Path = path + Hidden;
            request.RawTarget = path + Hidden;
            if (Possible().IsMatch(value))
            {
                features.Set(new Secret(value));
            }
        }
    }
}

using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.ServiceDefaults.Http;

internal static class CorsSetup
{
    /// <summary>For public documents only: the API documentation may be read from any page.</summary>
    public const string AnyOrigin = "any-origin";

    public static void AddPublicCors(this IServiceCollection services) =>
        services.AddCors(options => options.AddPolicy(AnyOrigin, policy => policy.AllowAnyOrigin().WithMethods("GET")));
}

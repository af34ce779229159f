using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>The group that holds all of a service's routes; what holds for every route is set here, once.</summary>
public static class ServiceApi
{
    /// <summary>
    /// Maps <c>/service/v1</c>: token with the service's read or write scope, a limit on concurrent requests, one transaction per
    /// write with <c>Idempotency-Key</c>, and the OpenAPI document for everyone.
    /// </summary>
    public static RouteGroupBuilder MapServiceApi(this IEndpointRouteBuilder app, ServiceDescription service)
    {
        ArgumentNullException.ThrowIfNull(service);
        app.MapOpenApi($"{service.BasePath}/openapi.json").AllowAnonymous().RequireCors(CorsSetup.AnyOrigin);

        var group = app.MapGroup(service.BasePath)
            .RequireScopes(service.ReadScope, service.WriteScope)
            .RequireRateLimiting(ConcurrencyLimit.Policy);
        group.AddEndpointFilter<RouteGroupBuilder, WriteFilter>();
        return group;
    }

    /// <summary>
    /// Maps routes that anybody may read without a token, from any page, because an open standard decides on them: outside the versioned
    /// API and its document, under the same limit on concurrent requests.
    /// </summary>
    public static RouteGroupBuilder MapPublicFeed(this IEndpointRouteBuilder app, string path) => app.MapGroup(path)
        .AllowAnonymous()
        .ExcludeFromDescription()
        .RequireCors(CorsSetup.AnyOrigin)
        .RequireRateLimiting(ConcurrencyLimit.Policy);
}

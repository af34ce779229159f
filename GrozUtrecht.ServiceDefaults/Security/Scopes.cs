using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GrozUtrecht.ServiceDefaults.Security;

/// <summary>Asks for one scope to read and one to write; the request's method tells which.</summary>
internal sealed record ScopeRequirement(string ReadScope, string WriteScope) : IAuthorizationRequirement;

internal sealed class ScopeHandler : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        var method = (context.Resource as HttpContext)?.Request.Method ?? HttpMethods.Post;
        var scope = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? requirement.ReadScope : requirement.WriteScope;
        if (context.User.HasScope(scope))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Scopes on routes.</summary>
public static class ScopeExtensions
{
    /// <summary>Lets only callers with this scope through, on top of what the group asks.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireScopes(scope, scope);

    internal static TBuilder RequireScopes<TBuilder>(this TBuilder builder, string readScope, string writeScope)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(policy => policy
            .RequireAuthenticatedUser()
            .AddRequirements(new ScopeRequirement(readScope, writeScope)));
}

using System.Security.Claims;

namespace GrozUtrecht.ServiceDefaults.Security;

/// <summary>What a validated token says about the caller.</summary>
public static class Claims
{
    public const string Partner = "partner_id";
    public const string Client = "client_id";
    public const string Scope = "scope";

    /// <summary>The partner organisation that owns what this caller creates.</summary>
    public static Guid PartnerId(this ClaimsPrincipal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return Guid.Parse(caller.FindFirstValue(Partner)!);
    }

    /// <summary>The OAuth client, of which a partner may have several.</summary>
    public static string ClientId(this ClaimsPrincipal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.FindFirstValue(Client)!;
    }

    /// <summary>True when the token's space-separated scopes hold this one.</summary>
    public static bool HasScope(this ClaimsPrincipal caller, string scope)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.FindAll(Scope).Any(claim => claim.Value.Split(' ').Contains(scope, StringComparer.Ordinal));
    }
}

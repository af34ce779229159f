using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.ServiceDefaults.Security;

/// <summary>
/// Where tokens come from: configuration section <c>Authentication</c>. Identity is the default authority; any OpenID provider
/// (Keycloak, Entra) takes its place when its address, audience and claim names are given here.
/// </summary>
internal sealed class AuthenticationSettings
{
    public const string Section = "Authentication";

    /// <summary>Address whose <c>/.well-known/openid-configuration</c> names issuer and keys.</summary>
    [Required]
    public string Authority { get; set; } = "";

    /// <summary>What a token must be meant for.</summary>
    [Required]
    public string Audience { get; set; } = "grozutrecht";

    /// <summary>Claim with the partner's UUID.</summary>
    [Required]
    public string PartnerClaim { get; set; } = Claims.Partner;

    /// <summary>Claim with the client's name: <c>azp</c> at Keycloak, <c>appid</c> at Entra.</summary>
    [Required]
    public string ClientClaim { get; set; } = Claims.Client;

    /// <summary>Claim with the space-separated scopes: <c>scp</c> or <c>roles</c> at Entra.</summary>
    [Required]
    public string ScopeClaim { get; set; } = Claims.Scope;

    /// <summary>Address of the list of revoked tokens and clients; none when the authority keeps no such list.</summary>
    public string? RevocationList { get; set; }

    /// <summary>False allows an authority without TLS: for development and for traffic that stays inside a cluster.</summary>
    public bool RequireHttps { get; set; } = true;
}

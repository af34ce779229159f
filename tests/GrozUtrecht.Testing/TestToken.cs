using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.Testing;

/// <summary>What a test token says; the defaults make a valid one.</summary>
public sealed record TestToken
{
    public Guid? PartnerId { get; init; }

    public string? ClientId { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string Audience { get; init; } = TestIssuer.Audience;

    public string? Issuer { get; init; }

    /// <summary>From now; negative for a token that has ended.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Another key than the issuer's own.</summary>
    public ECDsaSecurityKey? SigningKey { get; init; }

    public IReadOnlyList<Claim> ExtraClaims { get; init; } = [];
}

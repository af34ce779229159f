using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.Testing;

/// <summary>A real OpenID Connect issuer on loopback: a discovery document, a key set, and ES256 tokens as Identity makes them.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "grozutrecht";

    private readonly WebApplication app;
    private readonly List<ECDsaSecurityKey> keys = [NewKey()];

    private TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => TypedResults.Json(new
        {
            issuer = Authority,
            jwks_uri = $"{Authority}/.well-known/jwks",
            token_endpoint = $"{Authority}/connect/token",
            response_types_supported = new[] { "token" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "ES256" },
        }));
        app.MapGet("/.well-known/jwks", () => TypedResults.Json(new { keys = keys.Select(PublicPart) }));
        app.MapGet("/intrekkingen", () => TypedResults.Json(new { tokens = RevokedTokens, clients = RevokedClients }));
    }

    public string Authority { get; private set; } = "";

    /// <summary>Address of the list of what was revoked.</summary>
    public string RevocationList => $"{Authority}/intrekkingen";

    /// <summary>Ids of tokens that no longer hold.</summary>
    public ConcurrentBag<string> RevokedTokens { get; } = [];

    /// <summary>Clients of which every token issued so far no longer holds.</summary>
    public ConcurrentBag<RevokedClient> RevokedClients { get; } = [];

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer.app.StartAsync();
        issuer.Authority = issuer.app.Urls.Single();
        return issuer;
    }

    /// <summary>A token of a partner with these scopes, valid for five minutes.</summary>
    public string Token(Guid partnerId, params string[] scopes) => Token(new TestToken { PartnerId = partnerId, Scopes = scopes });

    /// <summary>A token with anything about it other than usual.</summary>
    public string Token(TestToken token)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new List<Claim>
        {
            new("client_id", token.ClientId ?? $"client-{token.PartnerId}"),
            new("scope", string.Join(' ', token.Scopes)),
            new("jti", TestId.Guid().ToString()),
        };
        if (token.PartnerId is { } partnerId)
            claims.Add(new Claim("partner_id", partnerId.ToString()));
        claims.AddRange(token.ExtraClaims);

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = token.Issuer ?? Authority,
            Audience = token.Audience,
            Subject = new ClaimsIdentity(claims),
            IssuedAt = (now + token.Lifetime < now ? now + token.Lifetime - TimeSpan.FromMinutes(5) : now).UtcDateTime,
            Expires = (now + token.Lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(token.SigningKey ?? keys[^1], SecurityAlgorithms.EcdsaSha256),
        });
    }

    /// <summary>A token that ended ten minutes ago, beyond any allowance for clocks.</summary>
    public string ExpiredToken(Guid partnerId, params string[] scopes) =>
        Token(new TestToken { PartnerId = partnerId, Scopes = scopes, Lifetime = TimeSpan.FromMinutes(-10) });

    public string TokenForOtherAudience(Guid partnerId, params string[] scopes) =>
        Token(new TestToken { PartnerId = partnerId, Scopes = scopes, Audience = "iets-anders" });

    /// <summary>A valid token whose content was changed after it was signed.</summary>
    public string TamperedToken(Guid partnerId, params string[] scopes)
    {
        var signed = Token(partnerId, scopes).Split('.');
        var other = Token(TestId.Guid(), scopes).Split('.');
        return $"{signed[0]}.{other[1]}.{signed[2]}";
    }

    /// <summary>Signs with a new key from now on; the old one stays in the key set, or is withdrawn.</summary>
    public void RotateKey(bool withdrawOld = false)
    {
        if (withdrawOld)
            keys.Clear();
        keys.Add(NewKey());
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>A client, and the moment up to which its tokens were revoked.</summary>
    public sealed record RevokedClient(string ClientId, DateTimeOffset IngetrokkenOp);

    private static ECDsaSecurityKey NewKey() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = TestId.New() };

    private static object PublicPart(ECDsaSecurityKey key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        return new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = key.KeyId, use = "sig", alg = "ES256" };
    }
}

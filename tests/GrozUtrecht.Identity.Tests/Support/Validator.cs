using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.Identity.Tests.Support;

/// <summary>A resource server that knows nothing of us but the discovery address, as any standard library would.</summary>
internal static class Validator
{
    public static async Task<OpenIdConnectConfiguration> DiscoverAsync(IdentityFixture identity)
    {
        using var client = identity.CreateClient();
        return await OpenIdConnectConfigurationRetriever.GetAsync(
            "http://localhost/identity/.well-known/openid-configuration",
            new HttpDocumentRetriever(client) { RequireHttps = false },
            CancellationToken.None);
    }

    public static async Task<TokenValidationResult> ValidateAsync(IdentityFixture identity, string token)
    {
        var discovered = await DiscoverAsync(identity);
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = discovered.Issuer,
            ValidAudience = "grozutrecht",
            ValidTypes = ["at+jwt"],
            IssuerSigningKeys = discovered.SigningKeys,
            LifetimeValidator = (_, expires, _, _) => identity.Clock.GetUtcNow().UtcDateTime < expires,
        });
    }

    public static async Task<IReadOnlyList<string>> PublishedKeyIdsAsync(IdentityFixture identity) =>
        [.. (await DiscoverAsync(identity)).SigningKeys.Select(key => key.KeyId)];

    public static string KeyIdOf(string token) => new JsonWebToken(token).Kid;
}

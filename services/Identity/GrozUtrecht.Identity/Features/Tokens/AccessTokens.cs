using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Features.Sleutels;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>Writes access tokens (RFC 9068) and reads back its own.</summary>
internal sealed class AccessTokens(KeyRing keys, IOptions<IdentitySettings> settings, TimeProvider clock)
{
    private const string Type = "at+jwt";
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = 8_192, MapInboundClaims = false };

    public async Task<string> WriteAsync(ClientRow client, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            Issuer = settings.Value.Issuer,
            Audience = settings.Value.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + settings.Value.TokenLifetime).UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [JwtRegisteredClaimNames.Sub] = client.ClientId,
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(now).ToString(),
                [Claims.Client] = client.ClientId,
                [Claims.Partner] = client.PartnerId.ToString(),
                [Claims.Scope] = string.Join(' ', scopes),
            },
            SigningCredentials = await keys.SigningAsync(cancellationToken),
        });
    }

    /// <summary>A token that we signed and that has not expired; null for anything else.</summary>
    public async Task<JsonWebToken?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidTypes = [Type],
            ValidIssuer = settings.Value.Issuer,
            ValidAudience = settings.Value.Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = await keys.PublishedAsync(cancellationToken),
            LifetimeValidator = (_, expires, _, _) => clock.GetUtcNow().UtcDateTime < expires,
        });
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }
}

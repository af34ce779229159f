using Dapper;
using GrozUtrecht.Identity.Data;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>Checks a client's own signed assertion (RFC 7523 §3) and lets each one through once.</summary>
internal sealed class ClientAssertions(NpgsqlDataSource dataSource, IOptions<IdentitySettings> settings, TimeProvider clock)
{
    public static readonly TimeSpan MaximumLifetime = TimeSpan.FromMinutes(10);

    private const int MaximumIdLength = 128;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256];
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = 8_192 };

    private static readonly OAuthError LifetimeWrong = OAuthError.Unauthenticated("Het bewijs is verlopen, nog niet geldig, of langer dan 10 minuten geldig (exp, nbf, iat).");
    private static readonly OAuthError AudienceWrong = OAuthError.Unauthenticated("Het bewijs noemt in aud niet deze issuer of dit tokenadres.");
    private static readonly OAuthError IdMissing = OAuthError.Unauthenticated("Het bewijs heeft geen jti van 1 tot 128 tekens.");
    private static readonly OAuthError UsedBefore = OAuthError.Unauthenticated("Dit bewijs is al gebruikt. Maak voor elk verzoek een nieuw.");

    /// <summary>The client that the assertion says it is from, not yet believed; null when it cannot be read.</summary>
    public static string? ClaimedClient(string assertion)
    {
        try
        {
            return Handler.ReadJsonWebToken(assertion).Subject;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            // A caller's text that is no JWT: expected, and the library knows no other way to say so.
            return null;
        }
    }

    /// <summary>Null when the assertion holds; it is used up then.</summary>
    public async Task<OAuthError?> RefuseAsync(ClientRow client, string assertion, CancellationToken cancellationToken)
    {
        var result = await Handler.ValidateTokenAsync(assertion, ParametersFor(client));
        if (!result.IsValid)
        {
            return result.Exception switch
            {
                SecurityTokenInvalidAudienceException => AudienceWrong,
                SecurityTokenInvalidLifetimeException => LifetimeWrong,
                _ => OAuthError.InvalidClient,
            };
        }

        var token = (JsonWebToken)result.SecurityToken;
        if (token.Subject != client.ClientId)
        {
            return OAuthError.InvalidClient;
        }

        if (token.Id is not { Length: > 0 and <= MaximumIdLength } || token.Id.Contains('\0'))
        {
            return IdMissing;
        }

        return await UseAsync(client.ClientId, token, cancellationToken) ? null : UsedBefore;
    }

    private TokenValidationParameters ParametersFor(ClientRow client) => new()
    {
        ValidIssuer = client.ClientId,
        ValidAudiences = [settings.Value.Issuer, settings.Value.TokenEndpoint],
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = client.Keys.Select(key => new JsonWebKey
        {
            Kty = key.Kty, Kid = key.Kid, Crv = key.Crv, X = key.X, Y = key.Y, N = key.N, E = key.E,
        }),
        LifetimeValidator = (notBefore, expires, token, _) => IsCurrent(clock.GetUtcNow().UtcDateTime, notBefore, expires, (JsonWebToken)token),
    };

    // A far-off end would oblige us to remember the assertion as long.
    private static bool IsCurrent(DateTime now, DateTime? notBefore, DateTime? expires, JsonWebToken token) =>
        expires is { } end && now < end + ClockSkew && end <= now + MaximumLifetime + ClockSkew
        && (notBefore is not { } start || start <= now + ClockSkew)
        && token.IssuedAt <= now + ClockSkew;

    private async Task<bool> UseAsync(string clientId, JsonWebToken token, CancellationToken cancellationToken)
    {
        var expiresAt = new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + ClockSkew;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into client_assertions (client_id, jti, expires_at) values (@clientId, @Id, @expiresAt)
            on conflict do nothing
            """,
            new { clientId, token.Id, expiresAt },
            cancellationToken: cancellationToken)) == 1;
    }
}

using System.Text.Json.Serialization;
using GrozUtrecht.Identity.Domain;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>The token endpoint: OAuth 2.0 client credentials (RFC 6749 §4.4).</summary>
internal static class RequestToken
{
    public static void Map(RouteGroupBuilder server) => server.MapPost("/connect/token", HandleAsync).WithMetadata(OAuthForm.SizeLimit);

    private static async Task<IResult> HandleAsync(
        HttpContext http,
        ClientAuthentication authentication,
        AccessTokens tokens,
        IOptions<IdentitySettings> settings,
        CancellationToken cancellationToken)
    {
        if (await OAuthForm.ReadAsync(http.Request, cancellationToken) is not { } form)
        {
            return OAuthError.NotAForm;
        }

        var (client, error) = await authentication.AuthenticateAsync(http, form, cancellationToken);
        if (client is null)
        {
            return error!;
        }

        if (form.GetValueOrDefault("grant_type") != "client_credentials")
        {
            return OAuthError.GrantUnsupported;
        }

        if (Scopes.Grant(form.GetValueOrDefault("scope"), client.Scopes) is not { } scopes)
        {
            return OAuthError.InvalidScope;
        }

        var token = await tokens.WriteAsync(client, scopes, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(token, "Bearer", (int)settings.Value.TokenLifetime.TotalSeconds, string.Join(' ', scopes)));
    }

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresInSeconds,
        [property: JsonPropertyName("scope")] string Scope);
}

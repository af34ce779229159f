using GrozUtrecht.Identity.Data;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>A client takes back a token of its own (RFC 7009).</summary>
internal static class RevokeToken
{
    private static readonly OAuthError TokenMissing = new("invalid_request", "Het veld token ontbreekt.");
    private static readonly OAuthError NotYours = new("unauthorized_client", "Dit token is niet aan deze client gegeven.");
    private static readonly OAuthError Full = new(
        "temporarily_unavailable", "Deze client heeft te veel tokens tegelijk ingetrokken.", StatusCodes.Status503ServiceUnavailable);

    public static void Map(RouteGroupBuilder server) => server.MapPost("/connect/revocation", HandleAsync).WithMetadata(OAuthForm.SizeLimit);

    private static async Task<IResult> HandleAsync(
        HttpContext http, ClientAuthentication authentication, AccessTokens tokens, RevocationStore revocations, CancellationToken cancellationToken)
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

        if (form.GetValueOrDefault("token") is not { Length: > 0 } text)
        {
            return TokenMissing;
        }

        // A token that is not ours, or has expired, is worth nothing already: the standard asks for 200.
        if (await tokens.ReadAsync(text, cancellationToken) is not { } token)
        {
            return TypedResults.Ok();
        }

        if (token.Subject != client.ClientId)
        {
            return NotYours;
        }

        var expiresAt = new DateTimeOffset(token.ValidTo, TimeSpan.Zero);
        return await revocations.AddAsync(client.ClientId, token.Id, expiresAt, cancellationToken) ? TypedResults.Ok() : Full;
    }
}

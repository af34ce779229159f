using GrozUtrecht.Identity.Data;
using GrozUtrecht.Identity.Domain;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>Either the client that the caller proved to be, or the error to answer.</summary>
internal sealed record AuthenticatedClient(ClientRow? Client, OAuthError? Error);

/// <summary>Finds out which client is calling, for every route where clients authenticate themselves.</summary>
internal sealed class ClientAuthentication(ClientStore clients, ClientAssertions assertions, FailedAttempts failures)
{
    // Compared with when the client is unknown, so that an unknown name takes the time of a wrong secret.
    private static readonly byte[] NobodysHash = ClientSecret.Hash(ClientSecret.Generate());

    public async Task<AuthenticatedClient> AuthenticateAsync(
        HttpContext http, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken)
    {
        var credentials = PresentedCredentials.Read(
            http.Request.Headers.Authorization.ToString(),
            form.GetValueOrDefault("client_id"),
            form.GetValueOrDefault("client_assertion_type"),
            form.GetValueOrDefault("client_assertion"));
        if (credentials is null || form.ContainsKey("client_secret"))
        {
            return new(null, OAuthError.MethodUnsupported);
        }

        var clientId = credentials.Assertion is { } assertion ? ClientAssertions.ClaimedClient(assertion) : credentials.ClientId;
        if (!ClientIds.IsValid(clientId) || (credentials.ClientId is { } named && named != clientId))
        {
            return new(null, OAuthError.InvalidClient);
        }

        var attempt = $"{clientId} {http.Connection.RemoteIpAddress}";
        if (failures.AreTooMany(attempt))
        {
            return new(null, OAuthError.TooManyFailures);
        }

        var client = await clients.FindActiveAsync(clientId!, cancellationToken);
        if (await RefuseAsync(client, credentials, cancellationToken) is { } error)
        {
            failures.Add(attempt);
            return new(null, error);
        }

        return new(client!.Client, null);
    }

    private async Task<OAuthError?> RefuseAsync(ClientWithSecrets? client, PresentedCredentials credentials, CancellationToken cancellationToken)
    {
        if (credentials.Secret is { } secret)
        {
            IReadOnlyList<byte[]> hashes = client is { SecretHashes.Count: > 0 } ? client.SecretHashes : [NobodysHash];
            var matches = hashes.Aggregate(false, (found, hash) => ClientSecret.Matches(secret, hash) | found);
            return matches && client is not null ? null : OAuthError.InvalidClient;
        }

        return client is { Client.PublicKeys: not null }
            ? await assertions.RefuseAsync(client.Client, credentials.Assertion!, cancellationToken)
            : OAuthError.InvalidClient;
    }
}

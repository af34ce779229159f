using System.Text.Json.Serialization;
using GrozUtrecht.Identity.Domain;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Identity.Features.Discovery;

/// <summary>The discovery document (OpenID Connect Discovery 1.0, RFC 8414).</summary>
internal static class GetConfiguration
{
    private static readonly string[] AuthenticationMethods = ["client_secret_basic", "private_key_jwt"];
    private static readonly string[] AssertionAlgorithms = ["ES256", "RS256"];

    public static void Map(RouteGroupBuilder server) => server.MapGet("/.well-known/openid-configuration", Handle);

    private static IResult Handle(HttpContext http, IOptions<IdentitySettings> settings)
    {
        var issuer = settings.Value.Issuer;
        http.Response.Headers.CacheControl = GetKeys.CacheControl;
        return TypedResults.Ok(new Document
        {
            Issuer = issuer,
            TokenEndpoint = settings.Value.TokenEndpoint,
            JwksUri = $"{KeysBase(http.Request, issuer)}/.well-known/jwks.json",
            RevocationEndpoint = $"{issuer}/connect/revocation",
            ScopesSupported = Scopes.All,
        });
    }

    // A service inside the cluster asks here directly and must find the keys here too: the way over the public address would make
    // every service, and the gateway itself, depend on the gateway.
    private static string KeysBase(HttpRequest request, string issuer) =>
        request.Headers.ContainsKey("X-Forwarded-Host") || request.Host.Value == new Uri(issuer).Authority
            ? issuer
            : $"{request.Scheme}://{request.Host}/identity";

    private sealed record Document
    {
        [JsonPropertyName("issuer")]
        public required string Issuer { get; init; }

        [JsonPropertyName("token_endpoint")]
        public required string TokenEndpoint { get; init; }

        [JsonPropertyName("jwks_uri")]
        public required string JwksUri { get; init; }

        [JsonPropertyName("revocation_endpoint")]
        public required string RevocationEndpoint { get; init; }

        [JsonPropertyName("scopes_supported")]
        public required IReadOnlyList<string> ScopesSupported { get; init; }

        [JsonPropertyName("grant_types_supported")]
        public IReadOnlyList<string> GrantTypes { get; } = ["client_credentials"];

        [JsonPropertyName("response_types_supported")]
        public IReadOnlyList<string> ResponseTypes { get; } = [];

        [JsonPropertyName("subject_types_supported")]
        public IReadOnlyList<string> SubjectTypes { get; } = ["public"];

        [JsonPropertyName("id_token_signing_alg_values_supported")]
        public IReadOnlyList<string> SigningAlgorithms { get; } = ["ES256"];

        [JsonPropertyName("token_endpoint_auth_methods_supported")]
        public IReadOnlyList<string> TokenAuthenticationMethods { get; } = AuthenticationMethods;

        [JsonPropertyName("token_endpoint_auth_signing_alg_values_supported")]
        public IReadOnlyList<string> TokenAssertionAlgorithms { get; } = AssertionAlgorithms;

        [JsonPropertyName("revocation_endpoint_auth_methods_supported")]
        public IReadOnlyList<string> RevocationAuthenticationMethods { get; } = AuthenticationMethods;

        [JsonPropertyName("revocation_endpoint_auth_signing_alg_values_supported")]
        public IReadOnlyList<string> RevocationAssertionAlgorithms { get; } = AssertionAlgorithms;
    }
}

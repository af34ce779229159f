using System.Text.Json.Serialization;
using GrozUtrecht.Identity.Features.Sleutels;

namespace GrozUtrecht.Identity.Features.Discovery;

/// <summary>The published keys (RFC 7517).</summary>
internal static class GetKeys
{
    // Together with the age of a replica's own list this stays under the shortest lead of a new key.
    public const string CacheControl = "public, max-age=60";

    public static void Map(RouteGroupBuilder server) => server.MapGet("/.well-known/jwks.json", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, KeyRing keys, CancellationToken cancellationToken)
    {
        var published = await keys.PublishedAsync(cancellationToken);
        http.Response.Headers.CacheControl = CacheControl;
        return TypedResults.Ok(new KeySet([.. published.Select(key => new Key(key.Kty, key.Use, key.Alg, key.Kid, key.Crv, key.X, key.Y))]));
    }

    private sealed record KeySet([property: JsonPropertyName("keys")] IReadOnlyList<Key> Keys);

    // Named one by one: no member can ever come along that was not meant to be public.
    private sealed record Key(string Kty, string Use, string Alg, string Kid, string Crv, string X, string Y);
}

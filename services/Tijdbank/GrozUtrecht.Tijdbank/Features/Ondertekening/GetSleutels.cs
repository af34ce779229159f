using GrozUtrecht.Tijdbank.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Ondertekening;

/// <summary>
/// <c>GET /tijdbank/.well-known/jwks.json</c> (RFC 7517) and one key by its name: for whoever holds something that the Tijdbank
/// signed. Keys that no longer sign are there too.
/// </summary>
internal static class GetSleutels
{
    public const string CacheControl = "public, max-age=60";

    public static void Map(RouteGroupBuilder published)
    {
        published.MapGet("/jwks.json", ListAsync);
        published.MapGet("/sleutels/{id:guid}", FindAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, NpgsqlDataSource database, IOptions<OndertekeningSettings> settings)
    {
        var keys = await KeysAsync(http, database, settings.Value);
        return TypedResults.Ok(new KeySet([.. keys.Select(key => key.Key)]));
    }

    private static async Task<IResult> FindAsync(Guid id, HttpContext http, NpgsqlDataSource database, IOptions<OndertekeningSettings> settings)
    {
        var found = (await KeysAsync(http, database, settings.Value)).FirstOrDefault(key => key.Id == id);
        return found.Key is { } key ? TypedResults.Ok(key) : TypedResults.NotFound();
    }

    private static async Task<IReadOnlyList<(Guid Id, Key Key)>> KeysAsync(
        HttpContext http, NpgsqlDataSource database, OndertekeningSettings settings)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await OndertekeningssleutelStore.ListAsync(connection, http.RequestAborted);
        http.Response.Headers.CacheControl = CacheControl;
        return [.. rows.Select(row => (row.Id, new Key("EC", "sig", "ES256", settings.KeyAddress(row.Id), "P-256", row.X, row.Y)))];
    }

    private sealed record KeySet(IReadOnlyList<Key> Keys);

    // Named one by one: no member can ever come along that was not meant to be public.
    private sealed record Key(string Kty, string Use, string Alg, string Kid, string Crv, string X, string Y);
}

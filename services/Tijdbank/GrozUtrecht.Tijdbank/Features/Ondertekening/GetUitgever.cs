using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Tijdbank.Features.Ondertekening;

/// <summary><c>GET /tijdbank/.well-known/uitgever</c>: the issuer of statements, as an Open Badges 3.0 Profile.</summary>
internal static class GetUitgever
{
    public static void Map(RouteGroupBuilder published) => published.MapGet("/uitgever", Handle);

    /// <summary>The issuer as it stands in what it signs.</summary>
    public static JsonObject Profile(OndertekeningSettings settings) => new()
    {
        ["id"] = settings.Uitgever,
        ["type"] = new JsonArray("Profile"),
        ["name"] = "GrozUtrecht Tijdbank",
    };

    private static IResult Handle(HttpContext http, IOptions<OndertekeningSettings> settings)
    {
        var profile = Profile(settings.Value);
        profile["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        profile["jwks_uri"] = $"{settings.Value.Adres}/.well-known/jwks.json";
        http.Response.Headers.CacheControl = GetSleutels.CacheControl;
        return TypedResults.Json(profile);
    }
}

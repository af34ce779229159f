using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary>
/// Answers of the public feed: snake_case, cacheable by anybody, and 304 for who has the same already. The entity tag is a hash of the
/// body, because an answer changes with every entry in it, and with the season.
/// </summary>
internal static class HsdsAnswers
{
    private const string CacheControl = "public, max-age=300";
    private const int TagBytes = 16;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The answer is JSON and never part of a page, so letters with accents can stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IResult Of<T>(HttpContext http, T value) => Of(http, JsonSerializer.SerializeToUtf8Bytes(value, Json));

    public static IResult Of(HttpContext http, byte[] body)
    {
        var tag = $"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, TagBytes))}\"";
        http.Response.Headers.CacheControl = CacheControl;
        http.Response.Headers.ETag = tag;
        return IsKnown(http.Request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(body, "application/json");
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch
            .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Any(known => known == "*" || known == tag || known == $"W/{tag}");
}

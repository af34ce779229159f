using System.Net;
using System.Text;

namespace GrozUtrecht.Identity.Domain;

/// <summary>What a client shows of itself: RFC 6749 §2.3.1 or RFC 7523 §2.2.</summary>
/// <param name="ClientId">The client's claimed name; null when only the assertion tells.</param>
/// <param name="Secret">The secret, with client_secret_basic.</param>
/// <param name="Assertion">The signed assertion, with private_key_jwt.</param>
internal sealed record PresentedCredentials(string? ClientId, string? Secret, string? Assertion)
{
    public const string JwtBearerType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private const string BasicPrefix = "Basic ";
    private const int MaximumHeaderLength = 2_048;
    private const int MaximumAssertionLength = 8_192;

    /// <summary>Reads them; null when there are none, more than one kind, or what is there cannot be read.</summary>
    public static PresentedCredentials? Read(string? authorization, string? clientId, string? assertionType, string? assertion)
    {
        if (!string.IsNullOrEmpty(authorization))
        {
            return assertion is null && ReadBasic(authorization) is { } basic && (clientId is null || clientId == basic.ClientId)
                ? basic
                : null;
        }

        return assertionType == JwtBearerType && assertion is { Length: > 0 and <= MaximumAssertionLength }
            ? new(clientId, null, assertion)
            : null;
    }

    private static PresentedCredentials? ReadBasic(string authorization)
    {
        if (authorization.Length > MaximumHeaderLength || !authorization.StartsWith(BasicPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[BasicPrefix.Length..].Trim(), bytes, out var count))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2);
        return parts is [{ Length: > 0 } name, { Length: > 0 } secret]
            ? new(WebUtility.UrlDecode(name), WebUtility.UrlDecode(secret), null)
            : null;
    }
}

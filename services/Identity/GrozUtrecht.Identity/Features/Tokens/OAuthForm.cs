using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>The form of a token or revocation request.</summary>
internal static class OAuthForm
{
    private const int MaximumBytes = 32 * 1024;

    /// <summary>Far above any request of a client, far below what hurts.</summary>
    public static readonly RequestSizeLimitAttribute SizeLimit = new(MaximumBytes);

    /// <summary>Reads the fields; null when it is no form or names a field twice, which the standard forbids.</summary>
    public static async Task<IReadOnlyDictionary<string, string>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.All(field => field.Value.Count == 1)
                ? form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)
                : null;
        }
        catch (InvalidDataException)
        {
            // What the form reader throws for more or longer fields than it takes.
            return null;
        }
    }
}

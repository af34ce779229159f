using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>A row's <c>version</c> column as the <c>ETag</c> that a partner sends back in <c>If-Match</c>.</summary>
public static class ETags
{
    internal const int MaximumLength = 22;

    /// <summary>The strong entity tag of a version.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Puts the version on the answer.</summary>
    public static void Set(HttpContext context, long version)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.ETag = Of(version);
    }

    /// <summary>Reads the one version that <c>If-Match</c> names; false when it is absent or not one of ours.</summary>
    public static bool TryRead(HttpContext context, out long version)
    {
        ArgumentNullException.ThrowIfNull(context);
        var text = context.Request.Headers.IfMatch.ToString();
        version = 0;
        return text.Length is > 2 and <= MaximumLength
            && text[0] == '"' && text[^1] == '"'
            && long.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }
}

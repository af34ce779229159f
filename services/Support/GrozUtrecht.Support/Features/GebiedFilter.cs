using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Support.Features;

/// <summary>The query parameter <c>gebied</c> of the lists.</summary>
internal static class GebiedFilter
{
    /// <summary>The postcodes of the area; null, for everywhere, without an area; false for an area that does not exist.</summary>
    public static bool TryRead(string? code, out string[]? postcodes)
    {
        postcodes = null;
        if (code is null)
        {
            return true;
        }

        if (!Gebied.TryFind(code, out var gebied))
        {
            return false;
        }

        postcodes = [.. gebied.Postcodes.Select(postcode => postcode.Code)];
        return true;
    }
}

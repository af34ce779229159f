using System.Globalization;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary>Where a list of sessions in order of time goes on: after this moment, and after this id where sessions begin together.</summary>
internal static class Sessiecursor
{
    public static string Of(DateTimeOffset begintOp, Guid id) =>
        Cursor.Encode(begintOp.UtcTicks.ToString(CultureInfo.InvariantCulture), id.ToString());

    /// <summary>No cursor is the beginning of time; no session lies before its activity was made.</summary>
    public static bool TryRead(string? cursor, out DateTimeOffset after, out Guid afterId)
    {
        (after, afterId) = (DateTimeOffset.UnixEpoch, Guid.Empty);
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (!Cursor.TryDecode(cursor, 2, out var parts)
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTime.MaxValue.Ticks
            || !Guid.TryParse(parts[1], out afterId))
        {
            return false;
        }

        after = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}

using System.Runtime.InteropServices;

namespace GrozUtrecht.Gateway.RateLimiting;

/// <summary>
/// Where a moment lies in the minutes of the clock. The previous minute counts for the part of it that still lies within the last
/// sixty seconds, so that nobody gets twice the limit around the turn of a minute.
/// </summary>
/// <param name="Index">Number of the current window since 1970.</param>
/// <param name="ElapsedMilliseconds">How far the current window is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SlidingWindow(long Index, int ElapsedMilliseconds)
{
    public const int LengthMilliseconds = 60_000;

    /// <summary>The part of the previous window that still counts.</summary>
    public double PreviousWeight => 1 - (double)ElapsedMilliseconds / LengthMilliseconds;

    public static SlidingWindow At(DateTimeOffset moment)
    {
        var (index, elapsed) = Math.DivRem(moment.ToUnixTimeMilliseconds(), LengthMilliseconds);
        return new(index, (int)elapsed);
    }

    /// <summary>True when one more request fits.</summary>
    public bool Admits(long current, long previous, int permits) => current + previous * PreviousWeight + 1 <= permits;

    /// <summary>What to tell the client.</summary>
    /// <param name="admitted">Whether the request was counted, or refused.</param>
    /// <param name="current">Requests in the current window, this one included when it was admitted.</param>
    /// <param name="previous">Requests in the previous window.</param>
    /// <param name="permits">Requests that fit in a window.</param>
    public RateLimitAnswer Answer(bool admitted, long current, long previous, int permits)
    {
        var remaining = (long)Math.Max(0, Math.Floor(permits - current - previous * PreviousWeight));
        return new(admitted, permits, remaining, Seconds(LengthMilliseconds - ElapsedMilliseconds), RetryAfterSeconds(current, previous, permits));
    }

    // When one more fits: within this window once enough of the previous one has slid out, or else in the next, where this window's
    // own requests are the ones that slide out.
    private int RetryAfterSeconds(long current, long previous, int permits)
    {
        if (current + 1 <= permits && previous > 0)
        {
            var elapsedWhenFree = (1 - (double)(permits - 1 - current) / previous) * LengthMilliseconds;
            return Seconds(elapsedWhenFree - ElapsedMilliseconds);
        }

        var nextElapsedWhenFree = current == 0 ? 0 : Math.Max(0, 1 - (double)(permits - 1) / current) * LengthMilliseconds;
        return Seconds(LengthMilliseconds - ElapsedMilliseconds + nextElapsedWhenFree);
    }

    private static int Seconds(double milliseconds) => Math.Max(1, (int)Math.Ceiling(milliseconds / 1_000));
}

/// <summary>The outcome for one request, and what its headers say.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateLimitAnswer(bool Admitted, int Limit, long Remaining, int ResetSeconds, int RetryAfterSeconds);

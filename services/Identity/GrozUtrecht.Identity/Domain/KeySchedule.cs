namespace GrozUtrecht.Identity.Domain;

/// <summary>A signing key as far as time is concerned.</summary>
internal interface IScheduledKey
{
    DateTimeOffset SignsFrom { get; }
}

/// <summary>How long keys and tokens live.</summary>
/// <param name="Rotation">How long one key signs.</param>
/// <param name="Lead">How long a key is published before it signs, so that every validator has fetched it by then.</param>
/// <param name="TokenLifetime">How long a token is valid after it was signed.</param>
internal sealed record KeyPolicy(TimeSpan Rotation, TimeSpan Lead, TimeSpan TokenLifetime);

/// <summary>
/// Which key signs, which are published and when the next one is due. All of it follows from the moments in the table and the
/// clock, so replicas agree without talking.
/// </summary>
internal static class KeySchedule
{
    /// <summary>Room for clocks that differ, here and at validators.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The youngest key that may sign already. The very first key signs at once, also for a replica whose clock runs behind the one
    /// that made it.
    /// </summary>
    public static TKey Signing<TKey>(IReadOnlyCollection<TKey> keys, DateTimeOffset now)
        where TKey : class, IScheduledKey =>
        keys.Where(key => key.SignsFrom <= now).MaxBy(key => key.SignsFrom) ?? keys.MinBy(key => key.SignsFrom)!;

    /// <summary>Every key that signs, will sign, or signed a token that may still be valid.</summary>
    public static IReadOnlyList<TKey> Published<TKey>(IEnumerable<TKey> keys, DateTimeOffset now, KeyPolicy policy)
        where TKey : class, IScheduledKey
    {
        var inOrder = keys.OrderBy(key => key.SignsFrom).ToList();
        return [.. inOrder.Where((_, index) =>
            index + 1 == inOrder.Count || now < inOrder[index + 1].SignsFrom + policy.TokenLifetime + Margin)];
    }

    /// <summary>From when a key made now would sign; null while none is due.</summary>
    public static DateTimeOffset? NextIfDue<TKey>(IReadOnlyCollection<TKey> keys, DateTimeOffset now, KeyPolicy policy)
        where TKey : class, IScheduledKey
    {
        if (keys.Count == 0)
        {
            return now;
        }

        var youngest = keys.Max(key => key.SignsFrom);
        return youngest + policy.Rotation - policy.Lead <= now ? now + policy.Lead : null;
    }

    /// <summary>The key that is published and waits for its moment, if there is one.</summary>
    public static TKey? Pending<TKey>(IEnumerable<TKey> keys, DateTimeOffset now)
        where TKey : class, IScheduledKey =>
        keys.FirstOrDefault(key => key.SignsFrom > now);
}

namespace GrozUtrecht.Lifestyle.Domain;

/// <summary>Why a session is refused.</summary>
internal enum SessieRefusal
{
    EndsBeforeItBegins,
    TooShort,
    TooLong,
    InThePast,
    TooFarAhead,
    TooMany,
}

/// <summary>When a session may be added, decided without I/O; null means that it may. Overlap is the database's to refuse.</summary>
internal static class SessieRules
{
    public const int MinimumMinutes = 15;
    public const int MaximumHours = 12;
    public const int MaximumDaysAhead = 730;
    public const int MaximumToCome = 500;

    public static SessieRefusal? Add(int sessiesToCome, DateTimeOffset beginsAt, DateTimeOffset endsAt, DateTimeOffset now) =>
        sessiesToCome >= MaximumToCome ? SessieRefusal.TooMany : Time(beginsAt, endsAt, now);

    /// <summary>A session that began or was cancelled changes no more.</summary>
    public static bool IsOver(Sessiestatus status, DateTimeOffset beginsAt, DateTimeOffset now) =>
        status == Sessiestatus.Vervallen || beginsAt <= now;

    private static SessieRefusal? Time(DateTimeOffset beginsAt, DateTimeOffset endsAt, DateTimeOffset now)
    {
        if (beginsAt <= now)
            return SessieRefusal.InThePast;
        if (beginsAt > now.AddDays(MaximumDaysAhead))
            return SessieRefusal.TooFarAhead;

        var length = endsAt - beginsAt;
        if (length <= TimeSpan.Zero)
            return SessieRefusal.EndsBeforeItBegins;
        if (length < TimeSpan.FromMinutes(MinimumMinutes))
            return SessieRefusal.TooShort;
        return length > TimeSpan.FromHours(MaximumHours) ? SessieRefusal.TooLong : null;
    }
}

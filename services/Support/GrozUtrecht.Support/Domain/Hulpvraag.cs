namespace GrozUtrecht.Support.Domain;

/// <summary>Where a hulpvraag stands.</summary>
internal enum HulpvraagStatus
{
    Open,
    Gepland,
    Vervuld,
    NietVervuld,
    Ingetrokken,
}

/// <summary>What somebody who asks for another is to that person.</summary>
public enum Relatie
{
    Naaste,
    Professional,
    Buurtassistent,
}

/// <summary>How consent was given.</summary>
public enum Toestemmingswijze
{
    Mondeling,
    Schriftelijk,
    Digitaal,
}

/// <summary>How many beurten still look for a helper, and how many appointments are planned and were executed.</summary>
internal sealed record Beurtenstand(int Open, int Planned, int Executed);

/// <summary>The decisions about a hulpvraag.</summary>
internal static class Hulpvraag
{
    /// <summary>Help that was agreed by phone is often registered afterwards.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromDays(7);

    /// <summary>Nobody plans one visit more than a year ahead; a date beyond it is a typing error.</summary>
    public static readonly TimeSpan MaximumAhead = TimeSpan.FromDays(366);

    public static bool CanBegin(DateTimeOffset begintOp, DateTimeOffset now) => begintOp >= now - MaximumAge && begintOp <= now + MaximumAhead;

    /// <summary>An appointment that has begun is confirmed or denied by both sides, and can no longer be withdrawn by one.</summary>
    public static bool CanWithdraw(HulpvraagStatus status, DateTimeOffset begintOp, DateTimeOffset now) =>
        status is HulpvraagStatus.Open || (status is HulpvraagStatus.Gepland && begintOp > now);

    /// <summary>
    /// Where it stands, from its beurten: while one of them still looks for a helper it is open; then it waits for what is planned;
    /// then it is what came of it.
    /// </summary>
    public static HulpvraagStatus StatusOf(Beurtenstand stand) => stand switch
    {
        { Open: > 0 } => HulpvraagStatus.Open,
        { Planned: > 0 } => HulpvraagStatus.Gepland,
        { Executed: > 0 } => HulpvraagStatus.Vervuld,
        _ => HulpvraagStatus.NietVervuld,
    };

    /// <summary>
    /// When somebody must have been found before the buurtassistent takes over: sooner the more pressing it is, and never after it
    /// should have begun. Null for help that was registered afterwards: nobody is waiting.
    /// </summary>
    public static DateTimeOffset? DeadlineOf(Urgentie urgentie, DateTimeOffset begintOp, DateTimeOffset now)
    {
        if (begintOp <= now)
        {
            return null;
        }

        var term = urgentie switch
        {
            Urgentie.Hoog => TimeSpan.FromHours(4),
            Urgentie.Normaal => TimeSpan.FromDays(2),
            _ => TimeSpan.FromDays(7),
        };
        return begintOp < now + term ? begintOp : now + term;
    }

    /// <summary>
    /// When somebody must have been found again after a helper called off: never later than halfway to the beginning, so that the
    /// buurtassistent can still do something.
    /// </summary>
    public static DateTimeOffset DeadlineAgain(Urgentie urgentie, DateTimeOffset begintOp, DateTimeOffset now)
    {
        var halfway = now + ((begintOp - now) / 2);
        return DeadlineOf(urgentie, begintOp, now) is { } usual && usual < halfway ? usual : halfway;
    }
}

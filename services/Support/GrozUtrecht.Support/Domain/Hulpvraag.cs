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

    /// <summary>What becomes of it when its appointment does not take place: while there is time, another helper can be found.</summary>
    public static HulpvraagStatus AfterNoShow(DateTimeOffset begintOp, DateTimeOffset now) =>
        begintOp > now ? HulpvraagStatus.Open : HulpvraagStatus.NietVervuld;
}

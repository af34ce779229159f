namespace GrozUtrecht.Support.Domain.SocialeVragen;

/// <summary>The decisions about a social question.</summary>
internal static class SocialeVraag
{
    /// <summary>A day further ahead is a typing error.</summary>
    public const int MaximumDaysAhead = 366;

    /// <summary>Where a question comes to stand by a step; null when the step cannot be taken there.</summary>
    public static SocialeVraagStatus? After(SocialeVraagStatus status, Stap stap) => (stap, status) switch
    {
        (_, SocialeVraagStatus.Afgerond) => null,
        (Stap.Opgepakt, SocialeVraagStatus.Nieuw) => SocialeVraagStatus.Opgepakt,
        (Stap.Wacht, SocialeVraagStatus.Opgepakt) => SocialeVraagStatus.Wacht,
        (Stap.Hervat, SocialeVraagStatus.Wacht) => SocialeVraagStatus.Opgepakt,
        (Stap.Opvolging or Stap.OverdrachtGevraagd, SocialeVraagStatus.Opgepakt or SocialeVraagStatus.Wacht) => status,
        (Stap.OverdrachtAanvaard, SocialeVraagStatus.Opgepakt or SocialeVraagStatus.Wacht) => SocialeVraagStatus.Opgepakt,
        (Stap.Afgerond, SocialeVraagStatus.Opgepakt or SocialeVraagStatus.Wacht) => SocialeVraagStatus.Afgerond,
        _ => null,
    };

    /// <summary>Whether somebody can look at it again on this day.</summary>
    public static bool CanFollowUp(DateOnly day, DateOnly today) => day >= today && day <= today.AddDays(MaximumDaysAhead);

    /// <summary>Whole minutes between two moments; never less than none.</summary>
    public static int WaitMinutes(DateTimeOffset from, DateTimeOffset until) => (int)Math.Max(0, (until - from).TotalMinutes);
}

/// <summary>How a question ended, and where it went.</summary>
internal sealed record Afronding(Uitkomst Uitkomst, string? Tekst, Guid? VoorzieningId, Guid? HulpvraagId)
{
    /// <summary>
    /// A referral says where to, a hulpvraag says which, and the other outcomes name neither. That a question lapsed is not for
    /// people to say.
    /// </summary>
    public bool IsComplete => Uitkomst switch
    {
        Uitkomst.Doorverwezen => (Tekst is not null || VoorzieningId is not null) && HulpvraagId is null,
        Uitkomst.HulpvraagIngediend => HulpvraagId is not null && VoorzieningId is null,
        Uitkomst.Vervallen => false,
        _ => HulpvraagId is null && VoorzieningId is null,
    };
}

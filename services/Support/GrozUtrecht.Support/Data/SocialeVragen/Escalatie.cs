namespace GrozUtrecht.Support.Data.SocialeVragen;

/// <summary>The question that a hulpvraag became.</summary>
/// <param name="SocialeVraagId">The open question; the same one as long as it is open.</param>
/// <param name="BuurtassistentId">Who has it; null while it waits in the inbox.</param>
/// <param name="IsNew">False when the hulpvraag was escalated before for this reason, and nothing was added.</param>
internal sealed record Escalatie(Guid SocialeVraagId, Guid? BuurtassistentId, bool IsNew);

/// <summary>Why a hulpvraag is escalated.</summary>
internal static class EscalatieReden
{
    public const string NobodyFound = "niemand-gevonden";
    public const string CancelledLate = "laat-afgezegd";
    public const string NotShownUp = "niet-verschenen";
    public const string NotConfirmed = "niet-bevestigd";
}

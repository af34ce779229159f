namespace GrozUtrecht.Support.Domain;

/// <summary>Where a proposal stands; it lapses when another helper accepted or the hulpvraag is gone.</summary>
internal enum VoorstelStatus
{
    Voorgesteld,
    Aanvaard,
    Afgewezen,
    Vervallen,
}

namespace GrozUtrecht.Support.Domain.SocialeVragen;

/// <summary>Where a social question stands.</summary>
internal enum SocialeVraagStatus
{
    Nieuw,
    Opgepakt,
    Wacht,
    Afgerond,
}

/// <summary>Who brought a question in; a hulpvraag does when it comes to a dead end.</summary>
public enum Bron
{
    Buurtassistent,
    Professional,
    Partner,
    Hulpvraag,
}

/// <summary>How a question ended; it lapses when the person whom it was about was removed.</summary>
public enum Uitkomst
{
    Opgelost,
    Doorverwezen,
    HulpvraagIngediend,
    GeenReactie,
    Vervallen,
}

/// <summary>What happened to a question, in its history.</summary>
internal enum Stap
{
    Gesteld,
    Toegewezen,
    Opgepakt,
    Wacht,
    Hervat,
    Opvolging,
    OverdrachtGevraagd,
    OverdrachtAanvaard,
    OverdrachtGeweigerd,
    OverdrachtIngetrokken,
    Gewaarschuwd,
    Teruggelegd,
    Afgerond,
}

/// <summary>Where a hand-over stands.</summary>
internal enum OverdrachtStatus
{
    Gevraagd,
    Aanvaard,
    Geweigerd,
    Ingetrokken,
}

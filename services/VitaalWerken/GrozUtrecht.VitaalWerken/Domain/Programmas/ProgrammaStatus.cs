namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>Where a programme stands. A newer version that is being talked about does not change it.</summary>
public enum ProgrammaStatus
{
    Concept,
    Voorgesteld,
    Overeengekomen,
    Lopend,
    Afgesloten,
    Ingetrokken,
}

/// <summary>Where one version of a programme stands.</summary>
public enum VersieStatus
{
    Concept,
    Voorgesteld,
    Overeengekomen,
    Vervangen,
    Afgewezen,
    Ingetrokken,
}

namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>The targets that the programme set for its networks together.</summary>
internal static class Programma
{
    /// <summary>"Met 15 bedrijven wordt gestart met een vitaliteitsnetwerk in de betrokken wijken."</summary>
    public const int TargetLeden = 15;

    /// <summary>How many members are still missing; never below zero.</summary>
    public static int Missing(int leden) => Math.Max(0, TargetLeden - leden);
}

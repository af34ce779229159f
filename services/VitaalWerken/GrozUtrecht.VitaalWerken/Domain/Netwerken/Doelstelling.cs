namespace GrozUtrecht.VitaalWerken.Domain.Netwerken;

/// <summary>The targets that the programme set for its networks together.</summary>
internal static class Doelstelling
{
    /// <summary>"Met 15 bedrijven wordt gestart met een vitaliteitsnetwerk in de betrokken wijken."</summary>
    public const int TargetLeden = 15;

    /// <summary>"Waarmee minimaal 150 werknemers een vitaliteitsprogramma op maat kunnen volgen."</summary>
    public const int TargetDeelnemers = 150;

    /// <summary>"In 2030 zijn in 5 nieuwe leerregio's vitaliteitsnetwerken."</summary>
    public const int TargetNewGebieden = 5;

    /// <summary>Where it began.</summary>
    private static readonly string[] FirstGebieden = ["nieuwegein", "papendorp", "utrecht-oost"];

    /// <summary>Is a network here one of the new ones?</summary>
    public static bool IsNew(string gebied) => !FirstGebieden.Contains(gebied, StringComparer.Ordinal);

    /// <summary>How many are still missing; never below zero.</summary>
    public static int Missing(int target, int reached) => Math.Max(0, target - reached);
}

namespace GrozUtrecht.VitaalWerken.Domain.Inspiratie;

/// <summary>Where a meeting stands.</summary>
public enum InspiratieStatus
{
    Gepland,
    Gehouden,
    Opgevolgd,
    Afgelast,
}

/// <summary>What is done with a meeting.</summary>
internal enum Inspiratiestap
{
    Wijzigen,
    Houden,
    Opvolgen,
    Afgelasten,
}

/// <summary>What was agreed after a meeting.</summary>
public enum Vervolgafspraak
{
    Bedrijfsscan,
    Medewerkersscan,
    Koppeling,
    Gesprek,
    GeenVervolg,
}

/// <summary>Which step may follow which.</summary>
internal static class Inspiratieloop
{
    /// <summary>Where the meeting stands after the step; null when the step cannot be taken from here.</summary>
    public static InspiratieStatus? After(InspiratieStatus status, Inspiratiestap stap) => (status, stap) switch
    {
        (InspiratieStatus.Gepland, Inspiratiestap.Wijzigen) => InspiratieStatus.Gepland,
        (InspiratieStatus.Gepland, Inspiratiestap.Houden) => InspiratieStatus.Gehouden,
        (InspiratieStatus.Gepland, Inspiratiestap.Afgelasten) => InspiratieStatus.Afgelast,
        (InspiratieStatus.Gehouden, Inspiratiestap.Opvolgen) => InspiratieStatus.Opgevolgd,
        _ => null,
    };
}

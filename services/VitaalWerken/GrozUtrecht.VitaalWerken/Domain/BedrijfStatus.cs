namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>Where a company stands in its vitality network.</summary>
public enum BedrijfStatus
{
    Belangstellend,
    Lid,
    Vertrokken,
}

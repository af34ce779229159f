namespace GrozUtrecht.Tijdbank.Domain.Gemeenschappen;

/// <summary>What a community does with hours.</summary>
public enum Werkwijze
{
    /// <summary>They can be spent.</summary>
    Besteden,

    /// <summary>They count, and cannot be spent.</summary>
    Tellen,
}

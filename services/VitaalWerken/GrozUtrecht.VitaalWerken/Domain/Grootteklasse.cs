namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>How many people work at a company: fewer than 10, 50 or 250, or more.</summary>
public enum Grootteklasse
{
    Micro,
    Klein,
    Middelgroot,
    Groot,
}

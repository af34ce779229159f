namespace GrozUtrecht.Lifestyle.Domain.Arrangementen;

/// <summary>Where a leefstijlarrangement stands.</summary>
public enum ArrangementStatus
{
    Voorgesteld,
    Overeengekomen,
    Lopend,
    Afgerond,
    Gestopt,
}

/// <summary>As what somebody takes part in the programme.</summary>
public enum Doelgroep
{
    Bewoner,
    Werknemer,
    Ondernemer,
}

/// <summary>How an arrangement came to its end.</summary>
public enum Afloop
{
    Afgerond,
    Gestopt,
}

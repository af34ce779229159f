namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>What a healthy workplace is about; needs, offers, modules and pulses use the same words.</summary>
public enum Onderwerp
{
    Bewegen,
    Voeding,
    Slaap,
    StressEnBalans,
    MentaleVeerkracht,
    RokenEnAlcohol,
    Werkplek,
    MantelzorgEnWerk,
    Geldzorgen,
    Verbinding,
    Zingeving,
    Ontwikkeling,
}

/// <summary>How something is offered.</summary>
public enum Aanbodvorm
{
    Lezing,
    Workshop,
    Cursus,
    Groepsles,
    Coaching,
    Advies,
    Buurtactiviteit,
    Schoolproject,
}

/// <summary>What something costs: money, something else, or nothing.</summary>
public enum Prijssoort
{
    Euro,
    InNatura,
    Gratis,
}

public enum AanbodStatus
{
    Actief,
    Gestopt,
}

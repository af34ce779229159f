namespace GrozUtrecht.Lifestyle.Domain.Deelnames;

/// <summary>Where a registration stands.</summary>
public enum Deelnamestatus
{
    /// <summary>Holds a place.</summary>
    Aangemeld,

    /// <summary>Waits for a place.</summary>
    Wachtlijst,

    /// <summary>A place is kept until a moment; who says yes by then has it.</summary>
    Aangeboden,

    Afgemeld,

    /// <summary>Did not answer in time.</summary>
    Verlopen,

    /// <summary>The session does not take place.</summary>
    Vervallen,

    Aanwezig,

    NietVerschenen,
}

/// <summary>What somebody comes to do.</summary>
public enum Deelnamerol
{
    Deelnemer,

    /// <summary>Receives the others as a volunteer; takes no place, and the minutes count as hours in the Tijdbank.</summary>
    Gastheer,
}

/// <summary>How a registration came in.</summary>
public enum Aanmeldkanaal
{
    Web,
    Telefoon,
    Balie,
    Huisbezoek,
}

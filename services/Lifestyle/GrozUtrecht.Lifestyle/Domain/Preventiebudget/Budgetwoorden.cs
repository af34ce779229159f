namespace GrozUtrecht.Lifestyle.Domain.Preventiebudget;

/// <summary>Where a preventiebudget is in its life.</summary>
public enum Budgetstatus
{
    Concept,
    Open,
    Gesloten,
}

/// <summary>What the member pays.</summary>
public enum EigenBijdragesoort
{
    Geen,
    Procent,
    Vast,
}

/// <summary>What happens to the reservation of who did not come, or cancelled too late.</summary>
public enum NietVerschenenRegel
{
    Vrijgeven,
    Besteden,
}

/// <summary>Why a reservation is no longer needed.</summary>
internal enum Vrijgavereden
{
    Afgemeld,
    NietVerschenen,
    Vervallen,
    Gewist,
}

/// <summary>Where a reservation is in its life.</summary>
internal enum Reserveringstatus
{
    Gereserveerd,
    Besteed,
    Vrijgegeven,
    Teruggedraaid,
}

/// <summary>Why one moves money; which accounts it moves between stands in <see cref="Boeking"/>.</summary>
internal enum Boekingsoort
{
    Toezegging,
    Vermindering,
    Reservering,
    Vrijgave,
    Besteding,
    Terugdraaiing,
    Declaratie,
    Verrekening,
}

/// <summary>An account of a budget. All of them together are always zero.</summary>
internal enum Budgetrekening
{
    Toegezegd,
    Vrij,
    Gereserveerd,
    Besteed,
    Gedeclareerd,
    TeCorrigeren,
}

namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>Who offers something to workplaces.</summary>
public enum Leveranciersoort
{
    Zzp,
    Professional,
    Ondernemer,
    Onderwijsinstelling,
    Bewonersinitiatief,
}

/// <summary>Where a supplier stands: the coordinator of its area says whether it takes part.</summary>
public enum LeverancierStatus
{
    Aangemeld,
    Actief,
    Afgewezen,
    Gestopt,
}

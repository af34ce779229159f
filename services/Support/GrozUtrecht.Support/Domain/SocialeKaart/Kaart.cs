namespace GrozUtrecht.Support.Domain.SocialeKaart;

/// <summary>The life of an entry of the sociale kaart. What ended stays ended.</summary>
public enum Kaartstatus
{
    Concept,
    Gepubliceerd,
    Beeindigd,
}

/// <summary>What a voorziening costs who uses it.</summary>
public enum Kosten
{
    Gratis,
    VrijwilligeBijdrage,
    Betaald,
}

/// <summary>How somebody gets to use a voorziening.</summary>
public enum Aanmelding
{
    VrijeInloop,
    OpAfspraak,
    MetVerwijzing,
}

/// <summary>What makes a locatie usable for more people.</summary>
public enum Toegankelijkheid
{
    Rolstoeltoegankelijk,
    AangepastToilet,
    Lift,
    Ringleiding,
    Prikkelarm,
    Gehandicaptenparkeerplaats,
}

/// <summary>When somebody last saw that an entry is right, and when it must be looked at again.</summary>
internal sealed record Verificatie(DateOnly Datum, DateOnly VoorDatum)
{
    public const int MinimumMonths = 1;
    public const int MaximumMonths = 24;

    public static Verificatie On(DateOnly today, int months) => new(today, today.AddMonths(months));
}

namespace GrozUtrecht.VitaalWerken.Domain.Bijdragen;

/// <summary>What a company gives to the community.</summary>
public enum Bijdragesoort
{
    Euro,
    Uren,
    Producten,
    Ruimte,
}

/// <summary>Who receives: a community fund, an initiative or entrepreneur of the network, or another organisation.</summary>
public enum Bijdrageontvanger
{
    Wijkpot,
    Leverancier,
    Partner,
}

/// <summary>Where a contribution stands.</summary>
public enum BijdrageStatus
{
    Toegezegd,
    Gepland,
    Geleverd,
    Bevestigd,
    Betwist,
    Ingetrokken,
}

/// <summary>Where the booking in the Tijdbank stands, of a contribution to a fund.</summary>
public enum BijdrageBoekstatus
{
    Gevraagd,
    Geboekt,
    Geweigerd,
    TerugboekingGevraagd,
    Teruggeboekt,

    /// <summary>Disputed before anything was booked.</summary>
    NietGeboekt,
}

/// <summary>Who takes a step.</summary>
internal enum Bijdragekant
{
    Gever,
    Ontvanger,
    Platform,
}

internal enum Bijdragehandeling
{
    Plannen,
    Leveren,
    Intrekken,
    Bevestigen,
    Betwisten,

    /// <summary>Name another fund after the Tijdbank refused.</summary>
    OpnieuwAanbieden,
}

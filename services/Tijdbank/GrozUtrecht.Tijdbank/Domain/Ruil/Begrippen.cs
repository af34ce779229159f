namespace GrozUtrecht.Tijdbank.Domain.Ruil;

/// <summary>Whether somebody offers or asks.</summary>
public enum Richting
{
    Aanbod,
    Vraag,
}

/// <summary>What is offered or asked: somebody's time, a service, or a thing.</summary>
public enum AdvertentieSoort
{
    Tijd,
    Dienst,
    Product,
}

/// <summary>What the price is for.</summary>
public enum PrijsPer
{
    Uur,
    Stuk,
}

/// <summary>Where an advertisement stands; closed is for good.</summary>
public enum AdvertentieStatus
{
    Actief,
    Gepauzeerd,
    Gesloten,
}

/// <summary>Where an order stands.</summary>
public enum BestellingStatus
{
    /// <summary>Somebody answered a request; the minutes are held once the asker accepts.</summary>
    Voorgesteld,

    /// <summary>Somebody ordered from an offer; the minutes are held.</summary>
    Aangevraagd,
    Aanvaard,
    Geleverd,
    Betwist,
    Voltooid,
    Gedeeltelijk,
    Teruggegeven,
    Geweigerd,
    Geannuleerd,
    Verlopen,
}

/// <summary>The two sides of an order, and the two that may step in.</summary>
public enum Partij
{
    /// <summary>Pays the minutes and receives what was ordered.</summary>
    Koper,

    /// <summary>Delivers, and receives the minutes.</summary>
    Aanbieder,
    Bemiddelaar,
    Platform,
}

/// <summary>What can happen to an order.</summary>
public enum Handeling
{
    Aanvraag,
    Aanvaarding,
    Weigering,
    Levering,
    Bevestiging,
    Annulering,
    Betwisting,
    Bemiddeling,

    /// <summary>A deadline passed.</summary>
    Termijn,
    Herinnering,

    /// <summary>A person of this order was removed.</summary>
    Verwijdering,
}

/// <summary>What a mediator decides.</summary>
public enum Uitspraak
{
    Voltooid,
    Gedeeltelijk,
    Teruggegeven,
}

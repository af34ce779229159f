namespace GrozUtrecht.VitaalWerken.Domain.Bijdragen;

/// <summary>What is wrong with a pledge, whoever makes it.</summary>
internal enum Bijdragefout
{
    AmountUnfit,
    ReceiverUnfit,
}

/// <summary>How much of what, and to whom: which of it there must be depends on the kind.</summary>
internal sealed record Bijdrageinhoud(
    Bijdragesoort Soort, long? BedragCenten, int? DuurMinuten, int? Aantal, int? Dagdelen, Guid? WijkpotId, Guid? LeverancierId, Guid? OntvangerPartnerId)
{
    public const long MaximumCenten = 100_000_000;

    /// <summary>As the Tijdbank takes it.</summary>
    public const int MaximumMinuten = 600_000;

    public const int MaximumAantal = 1_000_000;

    public const int MaximumDagdelen = 1_000;

    /// <summary>Who receives; null when none or more than one is named.</summary>
    public Bijdrageontvanger? Ontvanger => this switch
    {
        { WijkpotId: not null, LeverancierId: null, OntvangerPartnerId: not null } => Bijdrageontvanger.Wijkpot,
        { WijkpotId: null, LeverancierId: not null, OntvangerPartnerId: null } => Bijdrageontvanger.Leverancier,
        { WijkpotId: null, LeverancierId: null, OntvangerPartnerId: not null } => Bijdrageontvanger.Partner,
        _ => null,
    };

    /// <summary>Why this cannot be pledged; null when it can.</summary>
    public Bijdragefout? Check()
    {
        // A fund holds minutes; hours and products for nobody in particular would be confirmed by nobody in particular.
        var receiverFits = (Ontvanger, Soort) switch
        {
            (Bijdrageontvanger.Wijkpot, Bijdragesoort.Uren or Bijdragesoort.Producten) => true,
            (Bijdrageontvanger.Leverancier, _) => true,
            (Bijdrageontvanger.Partner, Bijdragesoort.Euro or Bijdragesoort.Ruimte) => true,
            _ => false,
        };
        if (!receiverFits)
            return Bijdragefout.ReceiverUnfit;

        var amountFits = Soort switch
        {
            Bijdragesoort.Euro => this is { BedragCenten: not null, DuurMinuten: null, Aantal: null, Dagdelen: null },
            Bijdragesoort.Uren => this is { BedragCenten: null, DuurMinuten: not null, Aantal: null, Dagdelen: null },
            Bijdragesoort.Producten => this is { BedragCenten: null, Aantal: not null, Dagdelen: null }
                && (DuurMinuten is not null) == (Ontvanger == Bijdrageontvanger.Wijkpot),
            _ => this is { BedragCenten: null, DuurMinuten: null, Aantal: null, Dagdelen: not null },
        };
        return amountFits ? null : Bijdragefout.AmountUnfit;
    }
}

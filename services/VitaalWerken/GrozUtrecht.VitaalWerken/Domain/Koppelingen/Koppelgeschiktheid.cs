namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>What keeps an offer from being proposed to a company.</summary>
internal enum Koppelbelemmering
{
    NietActief,
    EigenAanbod,
    Gebied,
    Onderwerp,
    Groepsgrootte,
    TeDuur,
    Dagdelen,
    Periode,
    AlGekoppeld,
}

/// <summary>The hard filters: an offer that meets one of these is not proposed, however high its score would be.</summary>
internal sealed class Koppelgeschiktheid
{
    private static readonly Koppelbelemmering[] All = Enum.GetValues<Koppelbelemmering>();

    private readonly Koppelvraag vraag;
    private readonly int onderwerpen;

    public Koppelgeschiktheid(Koppelvraag vraag)
    {
        this.vraag = vraag;
        onderwerpen = vraag.Onderwerpen.Count == 0 ? ~0 : vraag.Onderwerpen.Aggregate(0, (bits, onderwerp) => bits | (1 << (int)onderwerp));
    }

    /// <summary>Does nothing stand in the way?</summary>
    public bool Fits(AanbodProfiel aanbod)
    {
        foreach (var belemmering in All)
        {
            if (IsIn(belemmering, aanbod))
                return false;
        }

        return true;
    }

    /// <summary>Everything that stands in the way, for who asks why.</summary>
    public IReadOnlyList<Koppelbelemmering> Obstacles(AanbodProfiel aanbod) => [.. All.Where(belemmering => IsIn(belemmering, aanbod))];

    private bool IsIn(Koppelbelemmering belemmering, AanbodProfiel aanbod) => belemmering switch
    {
        Koppelbelemmering.NietActief => !aanbod.MayBeProposed,
        Koppelbelemmering.EigenAanbod => aanbod.Leverancier.PartnerId == vraag.PartnerId,
        Koppelbelemmering.Gebied => Array.IndexOf(aanbod.Gebieden, vraag.Gebied) < 0,
        Koppelbelemmering.Onderwerp => (onderwerpen & (1 << (int)aanbod.Onderwerp)) == 0,
        Koppelbelemmering.Groepsgrootte => vraag.Groepsgrootte is { } size && (size < aanbod.GroepMinimum || size > aanbod.GroepMaximum),
        Koppelbelemmering.TeDuur => aanbod.PrijsCenten > vraag.MaximumPrijsCenten,
        Koppelbelemmering.Dagdelen => vraag.Dagdelen != 0 && (vraag.Dagdelen & aanbod.Beschikbaar) == 0,
        Koppelbelemmering.Periode => aanbod.TotEnMetDag < vraag.VanDag || aanbod.VanDag > vraag.TotEnMetDag,
        Koppelbelemmering.AlGekoppeld => Array.IndexOf(aanbod.GekoppeldMet, vraag.BedrijfId) >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(belemmering), belemmering, "Nobody wrote a rule for it."),
    };
}

namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>Hours that another service reports as worked, to be credited to a person.</summary>
/// <param name="Bron">What reported them, for example <c>support.afspraak</c>.</param>
/// <param name="BronId">The source's own id, which makes the credit happen once.</param>
internal sealed record Urenbijschrijving(
    string Bron, Guid BronId, Guid PersoonId, Guid PartnerId, int DurationMinutes, string UrenSoort, DateOnly UitgevoerdDatum)
{
    /// <summary>Nobody works longer than a day on one day.</summary>
    public const int MaximumMinutes = 24 * 60;

    /// <summary>The kinds of hours; the kind decides what may be done with them.</summary>
    public static readonly IReadOnlySet<string> UrenSoorten = new HashSet<string>(StringComparer.Ordinal)
    {
        "vrijwilligerswerk", "mantelzorg", "tegenprestatie", "beroepspraktijkvorming", "betaald",
    };

    /// <summary>The code of what makes this report impossible, or null.</summary>
    public string? Check() => this switch
    {
        { DurationMinutes: < 1 or > MaximumMinutes } => "tijdbank.bijschrijving.duur-ongeldig",
        _ when !UrenSoorten.Contains(UrenSoort) => "tijdbank.bijschrijving.urensoort-onbekend",
        _ when PersoonId == Guid.Empty || PartnerId == Guid.Empty || BronId == Guid.Empty => "tijdbank.bijschrijving.id-ontbreekt",
        _ => null,
    };

    /// <summary>The ledger order for these hours. The platform asks it, so no partner's rights are in the way.</summary>
    public Opdracht ToOpdracht(Guid rekeningId) => Opdracht.Transfer(
        OverboekingId.Derive(Bron, BronId.ToString("D")), Systeemrekening.Uitgifte, rekeningId, DurationMinutes, Eenheid.Minuten, partnerId: null);
}

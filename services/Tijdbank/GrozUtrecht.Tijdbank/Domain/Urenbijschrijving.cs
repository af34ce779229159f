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

    /// <summary>The account that hours come from: its balance is minus what all others hold together.</summary>
    public static readonly Guid UitgifteRekeningId = new("00000000-0000-7000-8000-000000000001");

    /// <summary>The code of what makes this report impossible, or null.</summary>
    public string? Check() => this switch
    {
        { DurationMinutes: < 1 or > MaximumMinutes } => "tijdbank.bijschrijving.duur-ongeldig",
        _ when !UrenSoorten.Contains(UrenSoort) => "tijdbank.bijschrijving.urensoort-onbekend",
        _ when PersoonId == Guid.Empty || PartnerId == Guid.Empty || BronId == Guid.Empty => "tijdbank.bijschrijving.id-ontbreekt",
        _ => null,
    };

    /// <summary>The ledger order for these hours. The platform asks it, so no partner's rights are in the way.</summary>
    public Overboekingsopdracht ToOpdracht(Guid rekeningId) => new(
        OverboekingId.Derive(Bron, BronId.ToString("D")), UitgifteRekeningId, rekeningId, DurationMinutes, PartnerId: null);
}

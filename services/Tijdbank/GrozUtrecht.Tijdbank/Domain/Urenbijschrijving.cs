using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>Confirmed hours, wherever they were confirmed, to be credited to a person.</summary>
/// <param name="Bron">What confirmed them, for example <c>support.afspraak</c>.</param>
/// <param name="BronId">The source's own id, which makes the credit happen once.</param>
/// <param name="PartnerId">The organisation that vouches for them.</param>
/// <param name="UrenSoort">The kind, in the word that messages and the database use.</param>
internal sealed record Urenbijschrijving(
    string Bron, Guid BronId, Guid PersoonId, Guid PartnerId, int DurationMinutes, string UrenSoort, DateOnly UitgevoerdDatum)
{
    /// <summary>Nobody works longer than a day on one day.</summary>
    public const int MaximumMinutes = Urenstand.MaximumMinutes;

    /// <summary>False for hours that go to the counting account, so that the ledger itself keeps them from being spent.</summary>
    public bool IsBesteedbaar => Urensoortbeleid.TryRead(UrenSoort, out var soort) && Urensoortbeleid.Of(soort).Besteedbaar;

    /// <summary>The transfer that these hours become.</summary>
    public Guid OverboekingId => Domain.OverboekingId.Derive(Bron, BronId.ToString("D"));

    /// <summary>The code of what makes this report impossible, or null.</summary>
    public string? Check() => this switch
    {
        { DurationMinutes: < 1 or > MaximumMinutes } => "tijdbank.bijschrijving.duur-ongeldig",
        _ when !Urensoortbeleid.TryRead(UrenSoort, out _) => "tijdbank.bijschrijving.urensoort-onbekend",
        _ when PersoonId == Guid.Empty || PartnerId == Guid.Empty || BronId == Guid.Empty => "tijdbank.bijschrijving.id-ontbreekt",
        _ => null,
    };

    /// <summary>The ledger order for these hours. The platform asks it, so no partner's rights are in the way.</summary>
    public Opdracht ToOpdracht(Guid rekeningId) =>
        Opdracht.Transfer(OverboekingId, Systeemrekening.Uitgifte, rekeningId, DurationMinutes, Eenheid.Minuten, partnerId: null);
}

namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>What is asked of the ledger: minutes from one account to another, under an id that makes asking twice harmless.</summary>
/// <param name="PartnerId">The partner that asks; null when the platform itself credits hours.</param>
internal sealed record Overboekingsopdracht(
    Guid Id, Guid VanRekeningId, Guid NaarRekeningId, int DurationMinutes, Guid? PartnerId, string? Omschrijving = null)
{
    public const int MinimumMinutes = 1;

    /// <summary>A week: more in one transfer is a typing error rather than somebody's time.</summary>
    public const int MaximumMinutes = 7 * 24 * 60;

    public const int MaximumOmschrijvingLength = 200;

    /// <summary>Says what is wrong whatever the accounts hold, or null. What depends on the accounts is for the ledger to decide.</summary>
    /// <param name="idWasChosen">True when the caller chose the id, false when the Tijdbank made it.</param>
    public Opdrachtfout? Check(bool idWasChosen) => this switch
    {
        _ when idWasChosen && !OverboekingId.MayBeChosen(Id) => Opdrachtfout.IdNotAllowed,
        _ when VanRekeningId == NaarRekeningId => Opdrachtfout.SameAccount,
        { DurationMinutes: < MinimumMinutes or > MaximumMinutes } => Opdrachtfout.DurationOutOfRange,
        { Omschrijving.Length: > MaximumOmschrijvingLength } => Opdrachtfout.OmschrijvingTooLong,
        { Omschrijving: { } text } when Burgerservicenummer.IsIn(text) => Opdrachtfout.OmschrijvingHoldsBsn,
        _ => null,
    };
}

/// <summary>Why an order is refused before the ledger sees it.</summary>
internal enum Opdrachtfout
{
    IdNotAllowed,
    SameAccount,
    DurationOutOfRange,
    OmschrijvingTooLong,
    OmschrijvingHoldsBsn,
}

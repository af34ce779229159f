using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>What an order asks of the ledger. The numbers stand in the database and never change meaning.</summary>
internal enum Opdrachtsoort
{
    /// <summary>Moves an amount at once.</summary>
    Overboeking = 1,

    /// <summary>Holds an amount: it counts against both limits, and no balance moves.</summary>
    Reservering = 2,

    /// <summary>Books what is held, or a part of it, and lets go of the rest.</summary>
    Afronding = 3,

    /// <summary>Lets go of what is held.</summary>
    Vrijgave = 4,

    /// <summary>Lets go of what is held because its time is over.</summary>
    Verloop = 5,
}

/// <summary>One order to the ledger, under an id that makes asking twice harmless.</summary>
internal sealed record Opdracht
{
    /// <summary>Far above any real amount, and far below where the sum of all could overflow.</summary>
    public const long MaximumBedrag = 1_000_000_000;

    public const int MaximumOmschrijvingLength = 200;

    public required Guid Id { get; init; }

    public required Opdrachtsoort Soort { get; init; }

    /// <summary>Who pays; empty for orders about a hold, which knows its accounts.</summary>
    public Guid VanRekeningId { get; init; }

    /// <summary>Who receives; empty for orders about a hold.</summary>
    public Guid NaarRekeningId { get; init; }

    /// <summary>How much; null books or lets go of all that is held.</summary>
    public long? Bedrag { get; init; }

    public Eenheid Eenheid { get; init; } = Eenheid.Minuten;

    /// <summary>The hold that this order ends.</summary>
    public Guid? ReserveringId { get; init; }

    /// <summary>When a hold ends by itself.</summary>
    public DateTimeOffset? VervaltOp { get; init; }

    /// <summary>The partner whose rights count; null when the platform itself asks and has looked at them before.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>Free text for the statement, kept apart from the ledger.</summary>
    public string? Omschrijving { get; init; }

    public static Opdracht Transfer(
        Guid id, Guid vanRekeningId, Guid naarRekeningId, long bedrag, Eenheid eenheid, Guid? partnerId, string? omschrijving = null) => new()
    {
        Id = id, Soort = Opdrachtsoort.Overboeking, VanRekeningId = vanRekeningId, NaarRekeningId = naarRekeningId, Bedrag = bedrag,
        Eenheid = eenheid, PartnerId = partnerId, Omschrijving = omschrijving,
    };

    public static Opdracht Hold(
        Guid id, Guid vanRekeningId, Guid naarRekeningId, long bedrag, Eenheid eenheid, DateTimeOffset vervaltOp, Guid? partnerId) => new()
    {
        Id = id, Soort = Opdrachtsoort.Reservering, VanRekeningId = vanRekeningId, NaarRekeningId = naarRekeningId, Bedrag = bedrag,
        Eenheid = eenheid, VervaltOp = vervaltOp, PartnerId = partnerId,
    };

    /// <param name="bedrag">Null books all that is held.</param>
    public static Opdracht Post(Guid id, Guid reserveringId, long? bedrag = null) =>
        new() { Id = id, Soort = Opdrachtsoort.Afronding, ReserveringId = reserveringId, Bedrag = bedrag };

    public static Opdracht Release(Guid id, Guid reserveringId) =>
        new() { Id = id, Soort = Opdrachtsoort.Vrijgave, ReserveringId = reserveringId };

    /// <summary>Ends a hold whose time is over. Its id follows from the hold, so that every replica may ask it.</summary>
    public static Opdracht Expire(Guid reserveringId) => new()
    {
        Id = OverboekingId.Derive("tijdbank.reservering.verloop", reserveringId.ToString("D")),
        Soort = Opdrachtsoort.Verloop,
        ReserveringId = reserveringId,
    };

    /// <summary>Says what is wrong whatever the accounts hold, or null. What depends on the accounts is for the ledger to decide.</summary>
    public Opdrachtfout? Check() => this switch
    {
        { ReserveringId: null } when VanRekeningId == NaarRekeningId => Opdrachtfout.SameAccount,
        { ReserveringId: null, Bedrag: null } or { Bedrag: < 1 or > MaximumBedrag } => Opdrachtfout.AmountOutOfRange,
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
    AmountOutOfRange,
    OmschrijvingTooLong,
    OmschrijvingHoldsBsn,
}

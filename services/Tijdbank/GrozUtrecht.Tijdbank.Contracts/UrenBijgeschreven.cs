namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>Confirmed hours were credited to the account of a person.</summary>
public sealed record UrenBijgeschreven
{
    public required Guid OverboekingId { get; init; }

    public required Guid RekeningId { get; init; }

    public required Guid PersoonId { get; init; }

    public required int DurationMinutes { get; init; }

    public required long BalanceAfterMinutes { get; init; }

    /// <summary>What the hours come from, for example <c>support.afspraak</c> or <c>tijdbank.urenregistratie</c>.</summary>
    public required string Bron { get; init; }

    /// <summary>The id that the source gave to it; for <c>support.afspraak</c> the id of the afspraak.</summary>
    public required Guid BronId { get; init; }

    /// <summary>The organisation that vouches for the hours; absent in events of before it was added.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>The kind of the hours, which decides what may be done with them; absent in events of before it was added.</summary>
    public string? UrenSoort { get; init; }

    /// <summary>The day in the Netherlands on which they were worked; absent in events of before it was added.</summary>
    public DateOnly? UitgevoerdDatum { get; init; }

    /// <summary>The version of the account after this credit: a later one has seen all that an earlier one has.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A gift as one side sees it. For who receives an anonymous one there is no giver, and the transfer is the one that reached them.</summary>
internal sealed record GiftRow
{
    public Guid Id { get; init; }

    public long Volgnummer { get; init; }

    public bool Anoniem { get; init; }

    public Guid? VanRekeningId { get; init; }

    public Guid NaarRekeningId { get; init; }

    public string OntvangerSoort { get; init; } = "";

    public int DuurMinuten { get; init; }

    public Guid OverboekingId { get; init; }

    public string? Bericht { get; init; }

    public DateTimeOffset GegevenOp { get; init; }
}

/// <summary>Who is to receive.</summary>
internal sealed record Ontvanger
{
    public Guid RekeningId { get; init; }

    public string Soort { get; init; } = "";

    /// <summary>Who manages the account.</summary>
    public Guid? PartnerId { get; init; }
}

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A row of <c>gemeenschap</c>.</summary>
internal sealed record GemeenschapRow
{
    public Guid Id { get; init; }

    public Guid PartnerId { get; init; }

    public string Naam { get; init; } = "";

    public string Gebied { get; init; } = "";

    public string Werkwijze { get; init; } = "";

    public int MinimumMinuten { get; init; }

    public int? MaximumMinuten { get; init; }

    public int SignaalgrensMinuten { get; init; }

    public long Version { get; init; }

    public DateTimeOffset AangemaaktOp { get; init; }

    public DateTimeOffset GewijzigdOp { get; init; }
}

/// <summary>What an account is allowed.</summary>
internal sealed record RekeningRegels
{
    public Guid RekeningId { get; init; }

    public Guid? GemeenschapId { get; init; }

    public long Minimum { get; init; }

    public long? Maximum { get; init; }

    public bool Besteedbaar { get; init; }
}

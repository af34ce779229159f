namespace GrozUtrecht.VitaalWerken.Data.Programmas;

/// <summary>One row of <c>programmaversies</c>.</summary>
internal sealed record VersieRow
{
    public required int Versie { get; init; }

    public required string Status { get; init; }

    public required DateOnly BeginDatum { get; init; }

    public required DateOnly EindDatum { get; init; }

    public required DateTimeOffset OpgesteldOp { get; init; }

    public DateTimeOffset? VoorgesteldOp { get; init; }

    public DateTimeOffset? OvereengekomenOp { get; init; }

    public DateTimeOffset? VervallenOp { get; init; }
}

/// <summary>One row of <c>instemmingen</c>: what one side said of a version. No supplier: the company.</summary>
internal sealed record InstemmingRow
{
    public required int Versie { get; init; }

    public Guid? LeverancierId { get; init; }

    public required string Besluit { get; init; }

    public string? Reden { get; init; }

    public string? Toelichting { get; init; }

    public required DateTimeOffset BeslotenOp { get; init; }
}

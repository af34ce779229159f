namespace GrozUtrecht.Lifestyle.Data.Groepscijfers;

/// <summary>One row of <c>groepscijfers.cijfers</c>, without the people.</summary>
internal sealed record GroepscijferRow
{
    public required string Kwartaal { get; init; }

    public required string Vragenlijst { get; init; }

    public required int Versie { get; init; }

    public required string Dimensie { get; init; }

    public required int Maanden { get; init; }

    public required string Deel { get; init; }

    public required int Aantal { get; init; }

    public required decimal Gemiddelde { get; init; }

    public decimal? Spreiding { get; init; }
}

/// <summary>One row of <c>groepscijfers.maten</c>.</summary>
internal sealed record MaatRow
{
    public required string Vragenlijst { get; init; }

    public required int Versie { get; init; }

    public required string Dimensie { get; init; }
}

/// <summary>One row of <c>groepscijfers.momentopnamen</c>.</summary>
internal sealed record MomentopnameRow
{
    public required string Kwartaal { get; init; }

    public required DateTimeOffset GemaaktOp { get; init; }
}

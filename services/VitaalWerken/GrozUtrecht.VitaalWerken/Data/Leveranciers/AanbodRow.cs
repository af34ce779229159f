namespace GrozUtrecht.VitaalWerken.Data.Leveranciers;

/// <summary>One row of <c>aanbod</c>.</summary>
internal sealed record AanbodRow
{
    public required Guid Id { get; init; }

    public required Guid LeverancierId { get; init; }

    public required long Version { get; init; }

    public required string Status { get; init; }

    public required string Titel { get; init; }

    public required string Omschrijving { get; init; }

    public required string Onderwerp { get; init; }

    public required string Vorm { get; init; }

    public required int DuurMinuten { get; init; }

    public required int GroepMinimum { get; init; }

    public required int GroepMaximum { get; init; }

    public required string Prijssoort { get; init; }

    public long? PrijsCenten { get; init; }

    public string? Tegenprestatie { get; init; }

    public required string[] Gebieden { get; init; }

    public required int Beschikbaar { get; init; }

    public DateOnly? BeschikbaarVanaf { get; init; }

    public DateOnly? BeschikbaarTotEnMet { get; init; }

    public required bool Leerplek { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }
}

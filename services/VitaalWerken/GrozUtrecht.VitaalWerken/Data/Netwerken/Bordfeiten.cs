using GrozUtrecht.VitaalWerken.Domain.Netwerken;

namespace GrozUtrecht.VitaalWerken.Data.Netwerken;

/// <summary>What the board of a network is made of.</summary>
internal sealed record Bordfeiten(
    IReadOnlyList<Bordbedrijf> Bedrijven, IReadOnlyList<Draad> Draden, IReadOnlyList<Bordprogramma> Programmas, Bordtelling Telling);

/// <summary>A company as the board names it.</summary>
internal sealed record Bordbedrijf
{
    public required Guid Id { get; init; }

    public required string Naam { get; init; }

    public required string Status { get; init; }
}

/// <summary>A programme that was agreed, and how many were enrolled at the end of each day on which that changed.</summary>
internal sealed record Bordprogramma
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required string Gebied { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset OvereengekomenOp { get; init; }

    public int[]? Standen { get; init; }
}

/// <summary>What there is in a network, in numbers.</summary>
internal sealed record Bordtelling
{
    public required int Leveranciers { get; init; }

    public required int Bijeenkomsten { get; init; }

    public required int Koppelingen { get; init; }

    public required int Lopend { get; init; }

    public required int Afgesloten { get; init; }

    public required int Inkopen { get; init; }
}

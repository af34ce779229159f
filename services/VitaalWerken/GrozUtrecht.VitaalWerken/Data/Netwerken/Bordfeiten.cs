using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain.Netwerken;

namespace GrozUtrecht.VitaalWerken.Data.Netwerken;

/// <summary>What the board of a network is made of.</summary>
internal sealed record Bordfeiten(IReadOnlyList<Draad> Draden, IReadOnlyList<Bordprogramma> Programmas, Bordtelling Telling);

/// <summary>A programme that was agreed, and by how much its enrolments changed on each day on which they did.</summary>
internal sealed record Bordprogramma
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required string Gebied { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset OvereengekomenOp { get; init; }

    public required bool HeeftVerslag { get; init; }

    public required int VolgensVerslag { get; init; }

    public required int[] Saldi { get; init; }

    /// <summary>How many take or took part, as it may be shown; 0 when it is too few to show.</summary>
    public int DeelnemersTenMinste => HeeftVerslag ? VolgensVerslag : Peilstand.Of(Standen()) ?? 0;

    private IEnumerable<int> Standen()
    {
        var stand = 0;
        foreach (var saldo in Saldi)
            yield return stand += saldo;
    }
}

/// <summary>What there is in a network, in numbers.</summary>
internal sealed record Bordtelling
{
    public required int Belangstellenden { get; init; }

    public required int Leden { get; init; }

    public required int Vertrokken { get; init; }

    public required int Leveranciers { get; init; }

    public required int Bijeenkomsten { get; init; }

    public required int Koppelingen { get; init; }

    public required int Lopend { get; init; }

    public required int Afgesloten { get; init; }

    public required int Inkopen { get; init; }
}

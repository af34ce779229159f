namespace GrozUtrecht.Lifestyle.Data.Proeverijen;

/// <summary>One row of <c>proeverij_uitnodigingen</c>.</summary>
internal sealed record UitnodigingRow
{
    public required Guid Id { get; init; }

    public required Guid ProeverijId { get; init; }

    public required Guid AanbiederId { get; init; }

    public required string Status { get; init; }

    public required int KostenCenten { get; init; }

    public int[] NietInRondes { get; init; } = [];

    public bool Aansluitend { get; init; }

    public required DateTimeOffset UitgenodigdOp { get; init; }

    public DateTimeOffset? BeantwoordOp { get; init; }
}

/// <summary>One row of <c>proeverij_toezeggingen</c>, with what its activity says.</summary>
internal sealed record ToezeggingRow
{
    public required Guid Id { get; init; }

    public required Guid ProeverijId { get; init; }

    public required Guid UitnodigingId { get; init; }

    public required Guid AanbiederId { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required int AantalRondes { get; init; }

    public required int Capaciteit { get; init; }

    public required int DuurMinuten { get; init; }

    public string? Ruimtesoort { get; init; }

    public required bool Rolstoel { get; init; }

    public string Naam { get; init; } = "";

    public string[] Dimensies { get; init; } = [];
}

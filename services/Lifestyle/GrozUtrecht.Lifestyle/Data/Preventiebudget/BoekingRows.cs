using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Data.Preventiebudget;

/// <summary>Everything that decides about one reservation, read after the balances were locked.</summary>
internal sealed record ReserveringContext
{
    public required string Status { get; init; }

    public required DateOnly VanDatum { get; init; }

    public required DateOnly TotEnMetDatum { get; init; }

    public required string[] Gebieden { get; init; }

    public required Guid[] ActiviteitIds { get; init; }

    public required string[] Dimensies { get; init; }

    public required string EigenBijdrageSoort { get; init; }

    public required int EigenBijdrageWaarde { get; init; }

    public required long LaatsteVolgnummer { get; init; }

    public required long VrijCenten { get; init; }

    public required string ActiviteitGebied { get; init; }

    public required string[] ActiviteitDimensies { get; init; }

    public string? Lidkenmerk { get; init; }

    public int? LidRuimteCenten { get; init; }

    /// <summary>This deelname has its reservation already.</summary>
    public required bool IsReserved { get; init; }

    public Vergoedingsregels Regels => new(
        Words.Read<Budgetstatus>(Status), VanDatum, TotEnMetDatum, Gebieden, ActiviteitIds, Dimensies,
        new(Words.Read<EigenBijdragesoort>(EigenBijdrageSoort), EigenBijdrageWaarde));
}

/// <summary>A reservation that can still go somewhere, with what decides where to.</summary>
internal sealed record ReserveringRow
{
    public required Guid DeelnameId { get; init; }

    public required Guid BudgetId { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Lidkenmerk { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required DateOnly Dag { get; init; }

    public required long BedragCenten { get; init; }

    public required string Status { get; init; }

    public required bool IsDeclared { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required string BijNietVerschijnen { get; init; }

    public required int AfmeldenTotUren { get; init; }

    public required long LaatsteVolgnummer { get; init; }

    public Vrijgaveregel Regel => new(Words.Read<NietVerschenenRegel>(BijNietVerschijnen), AfmeldenTotUren);
}

/// <summary>A row of the journal as it is written.</summary>
internal sealed record BoekingRow
{
    public required Guid Id { get; init; }

    public required Guid BudgetId { get; init; }

    /// <summary>One more than the booking before it in this budget.</summary>
    public required long Volgnummer { get; init; }

    public required Boeking Boeking { get; init; }

    public string? Lidkenmerk { get; init; }

    public Guid? DeelnameId { get; init; }

    public Guid? DeclaratieId { get; init; }

    public string? Reden { get; init; }
}

/// <summary>A row of the journal as it is read.</summary>
internal sealed record JournaalRow
{
    public required Guid Id { get; init; }

    public required string Soort { get; init; }

    public required string Van { get; init; }

    public required string Naar { get; init; }

    public required long BedragCenten { get; init; }

    public string? Lidkenmerk { get; init; }

    public Guid? DeelnameId { get; init; }

    public Guid? DeclaratieId { get; init; }

    public string? Reden { get; init; }

    public required DateTimeOffset GeboektOp { get; init; }
}

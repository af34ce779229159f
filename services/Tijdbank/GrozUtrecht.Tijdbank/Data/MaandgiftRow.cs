using GrozUtrecht.Tijdbank.Domain.Giften;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A row of <c>maandgift</c>, with what became of its last month.</summary>
internal sealed record MaandgiftRow
{
    public Guid Id { get; init; }

    public Guid PartnerId { get; init; }

    public Guid VanRekeningId { get; init; }

    public Guid NaarRekeningId { get; init; }

    public string OntvangerSoort { get; init; } = "";

    public int DuurMinuten { get; init; }

    public bool Anoniem { get; init; }

    public string? Bericht { get; init; }

    public DateOnly StartDatum { get; init; }

    public int DagVanDeMaand { get; init; }

    public DateOnly? EindDatum { get; init; }

    public string Status { get; init; } = "";

    public DateOnly? VolgendeDatum { get; init; }

    public long Version { get; init; }

    public DateTimeOffset AangemaaktOp { get; init; }

    public DateTimeOffset GewijzigdOp { get; init; }

    /// <summary>The first day of the last month for which there was an attempt.</summary>
    public DateOnly? BeurtMaand { get; init; }

    public int? BeurtPogingen { get; init; }

    public short? BeurtUitkomst { get; init; }

    public Guid? BeurtGiftId { get; init; }

    public Maandplan Plan => new(StartDatum, DagVanDeMaand, EindDatum);
}

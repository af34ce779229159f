using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;

namespace GrozUtrecht.VitaalWerken.Data.Inspiratie;

/// <summary>One row of <c>inspiratiebijeenkomsten</c>.</summary>
internal sealed record InspiratieRow
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required string Gebied { get; init; }

    public required long Version { get; init; }

    public required string Status { get; init; }

    public required string Plek { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int VerwachtAantal { get; init; }

    public int? AanwezigAantal { get; init; }

    public string[]? Afspraken { get; init; }

    public DateOnly? OpvolgingDatum { get; init; }

    public byte[]? LinkHash { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GehoudenOp { get; init; }

    public DateTimeOffset? OpgevolgdOp { get; init; }

    public DateTimeOffset? AfgelastOp { get; init; }

    public DateTimeOffset? GeslotenOp { get; init; }

    public int? BelangstellingAantal { get; init; }

    public InspiratieStatus StatusValue => Words.Read<InspiratieStatus>(Status);
}

/// <summary>One row of <c>inspiratieonderdelen</c>, with the name of the speaker.</summary>
internal sealed record OnderdeelRow
{
    public required int Nummer { get; init; }

    public required string Titel { get; init; }

    public required Guid LeverancierId { get; init; }

    public required string Leverancier { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }
}

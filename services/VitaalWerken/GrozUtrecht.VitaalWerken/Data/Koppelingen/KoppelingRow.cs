using System.Text.Json;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Data.Koppelingen;

/// <summary>One row of <c>koppelingen</c>, with what is around it.</summary>
internal sealed record KoppelingRow
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required Guid AanbodId { get; init; }

    public required Guid LeverancierId { get; init; }

    public required long Version { get; init; }

    public required string Status { get; init; }

    public required string Onderwerp { get; init; }

    public required string Vorm { get; init; }

    public required string VoorgesteldDoor { get; init; }

    public required Guid VoorgesteldDoorPartnerId { get; init; }

    public required int Groepsgrootte { get; init; }

    public required DateOnly PeriodeVan { get; init; }

    public required DateOnly PeriodeTotEnMet { get; init; }

    public required string Prijssoort { get; init; }

    public long? PrijsCenten { get; init; }

    public required int Score { get; init; }

    /// <summary>JSON of <see cref="Koppelreden"/>s.</summary>
    public required string Redenen { get; init; }

    public bool SluitAndere { get; init; }

    public DateTimeOffset? AkkoordBedrijfOp { get; init; }

    public Guid? AkkoordBedrijfPartnerId { get; init; }

    public DateTimeOffset? AkkoordLeverancierOp { get; init; }

    public Guid? AkkoordLeverancierPartnerId { get; init; }

    public string? AfgewezenDoor { get; init; }

    public string? Afwijsreden { get; init; }

    public string? Toelichting { get; init; }

    /// <summary>JSON of a <see cref="Koppelvergelijking"/>.</summary>
    public string? Vergelijking { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset VerlooptOp { get; init; }

    public DateTimeOffset? BeeindigdOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public Guid BedrijfPartnerId { get; init; }

    public string BedrijfNaam { get; init; } = "";

    public string BedrijfStatus { get; init; } = "";

    public string Gebied { get; init; } = "";

    public Guid LeverancierPartnerId { get; init; }

    public string LeverancierNaam { get; init; } = "";

    public string LeverancierStatus { get; init; } = "";

    public string AanbodTitel { get; init; } = "";

    public string AanbodStatus { get; init; } = "";

    public IReadOnlyList<Koppelreden> ReadRedenen() =>
        JsonSerializer.Deserialize<List<Koppelreden>>(Redenen, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("A koppeling without reasons.");

    public Koppelvergelijking? ReadVergelijking() =>
        Vergelijking is null ? null : JsonSerializer.Deserialize<Koppelvergelijking>(Vergelijking, JsonSerializerOptions.Web);

    public Koppelingloop Loop => new(
        Words.Read<KoppelingStatus>(Status),
        VerlooptOp,
        AkkoordBedrijfOp is { } bedrijf ? new(bedrijf, AkkoordBedrijfPartnerId.GetValueOrDefault()) : null,
        AkkoordLeverancierOp is { } leverancier ? new(leverancier, AkkoordLeverancierPartnerId.GetValueOrDefault()) : null);

    /// <summary>The row after a step.</summary>
    public KoppelingRow With(Koppelingloop loop, DateTimeOffset now) => this with
    {
        Version = Version + 1,
        Status = Words.Of(loop.Status),
        AkkoordBedrijfOp = loop.Bedrijf?.Op,
        AkkoordBedrijfPartnerId = loop.Bedrijf?.PartnerId,
        AkkoordLeverancierOp = loop.Leverancier?.Op,
        AkkoordLeverancierPartnerId = loop.Leverancier?.PartnerId,
        BeeindigdOp = loop.Status is KoppelingStatus.Voorgesteld or KoppelingStatus.Gemaakt ? null : now,
        GewijzigdOp = now,
    };
}

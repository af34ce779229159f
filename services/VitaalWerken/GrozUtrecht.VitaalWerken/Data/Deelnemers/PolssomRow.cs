using GrozUtrecht.VitaalWerken.Domain.Deelnemers;

namespace GrozUtrecht.VitaalWerken.Data.Deelnemers;

/// <summary>The marks for one subject of everybody who answered at the start and the end, added up; those with a middle apart from those without.</summary>
internal sealed record PolssomRow
{
    public required string Onderwerp { get; init; }

    public required bool HeeftMidden { get; init; }

    public required int Aantal { get; init; }

    public required long StartSom { get; init; }

    public required int StartLaagste { get; init; }

    public required int StartHoogste { get; init; }

    public long? MiddenSom { get; init; }

    public int? MiddenLaagste { get; init; }

    public int? MiddenHoogste { get; init; }

    public required long EindeSom { get; init; }

    public required int EindeLaagste { get; init; }

    public required int EindeHoogste { get; init; }

    public required int VeranderingLaagste { get; init; }

    public required int VeranderingHoogste { get; init; }

    public Polsgroep Groep => new(
        Aantal,
        new(StartSom, StartLaagste, StartHoogste),
        HeeftMidden ? new(MiddenSom!.Value, MiddenLaagste!.Value, MiddenHoogste!.Value) : null,
        new(EindeSom, EindeLaagste, EindeHoogste),
        new(EindeSom - StartSom, VeranderingLaagste, VeranderingHoogste));
}

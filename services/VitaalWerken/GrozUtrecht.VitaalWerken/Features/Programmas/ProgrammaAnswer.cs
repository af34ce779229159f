using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>A programme with its versions, without what is in them.</summary>
internal sealed record ProgrammaAnswer
{
    [Description("Id van het programma.")]
    public required Guid Id { get; init; }

    [Description("Het bedrijf waarvoor het programma is.")]
    public required Guid BedrijfId { get; init; }

    [Description("Code van het gebied; dit is het vitaliteitsnetwerk van het bedrijf.")]
    public required string Gebied { get; init; }

    [Description("Naam van het programma.")]
    public required string Naam { get; init; }

    [Description("Wat het bedrijf met het programma wil bereiken.")]
    public required string Doel { get; init; }

    [Description("Eerste dag, volgens de versie die geldt; voordat er een geldt zoals het eerst is gevraagd.")]
    public required DateOnly BeginDatum { get; init; }

    [Description("Laatste dag, volgens de versie die geldt; voordat er een geldt zoals het eerst is gevraagd.")]
    public required DateOnly EindDatum { get; init; }

    [Description("Waar het programma staat. Een nieuwer voorstel verandert dat niet.")]
    public required ProgrammaStatus Status { get; init; }

    [Description("De versie die geldt: de laatste waarmee iedereen heeft ingestemd. Ontbreekt zolang die er niet is.")]
    public int? GeldendeVersie { get; init; }

    [Description("Wanneer het programma is gemaakt.")]
    public required DateTimeOffset AangemaaktOp { get; init; }

    [Description("Wanneer iedereen met de geldende versie had ingestemd.")]
    public DateTimeOffset? OvereengekomenOp { get; init; }

    [Description("Wanneer het programma is gestart.")]
    public DateTimeOffset? GestartOp { get; init; }

    [Description("Wanneer het programma is afgesloten.")]
    public DateTimeOffset? AfgeslotenOp { get; init; }

    [Description("Wanneer het programma is ingetrokken.")]
    public DateTimeOffset? IngetrokkenOp { get; init; }

    [Description("De versies die u mag zien, van oud naar nieuw. Ontbreekt in een lijst van programma's.")]
    public IReadOnlyList<VersieregelAnswer>? Versies { get; init; }

    public static ProgrammaAnswer Of(Programmainzage inzage) => Of(inzage.Row) with { Versies = [.. inzage.Versies.Select(VersieregelAnswer.Of)] };

    public static ProgrammaAnswer Of(ProgrammaRow row) => new()
    {
        Id = row.Id,
        BedrijfId = row.BedrijfId,
        Gebied = row.Gebied,
        Naam = row.Naam,
        Doel = row.Doel,
        BeginDatum = row.BeginDatum,
        EindDatum = row.EindDatum,
        Status = row.StatusValue,
        GeldendeVersie = row.GeldendeVersie,
        AangemaaktOp = row.AangemaaktOp,
        OvereengekomenOp = row.OvereengekomenOp,
        GestartOp = row.GestartOp,
        AfgeslotenOp = row.AfgeslotenOp,
        IngetrokkenOp = row.IngetrokkenOp,
    };
}

/// <summary>One version among others.</summary>
internal sealed record VersieregelAnswer(
    [property: Description("Nummer van de versie, vanaf 1.")] int Versie,
    [property: Description("Waar deze versie staat.")] VersieStatus Status,
    [property: Description("Wanneer iemand aan deze versie begon.")] DateTimeOffset OpgesteldOp,
    [property: Description("Wanneer deze versie is voorgesteld.")] DateTimeOffset? VoorgesteldOp,
    [property: Description("Wanneer iedereen had ingestemd.")] DateTimeOffset? OvereengekomenOp,
    [property: Description("Wanneer deze versie is vervangen, afgewezen of ingetrokken.")] DateTimeOffset? VervallenOp)
{
    public static VersieregelAnswer Of(VersieRow row) =>
        new(row.Versie, Words.Read<VersieStatus>(row.Status), row.OpgesteldOp, row.VoorgesteldOp, row.OvereengekomenOp, row.VervallenOp);
}

using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>A koppeling as both sides and the coordinator see it.</summary>
public sealed record KoppelingAnswer
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required string BedrijfNaam { get; init; }

    public required Guid AanbodId { get; init; }

    public required string AanbodTitel { get; init; }

    public required Guid LeverancierId { get; init; }

    public required string LeverancierNaam { get; init; }

    public required Onderwerp Onderwerp { get; init; }

    public required Aanbodvorm Vorm { get; init; }

    public required KoppelingStatus Status { get; init; }

    [Description("Wie het voorstelde: bedrijf of coordinator.")]
    public required string VoorgesteldDoor { get; init; }

    public required int Groepsgrootte { get; init; }

    public required DateOnly PeriodeVan { get; init; }

    public required DateOnly PeriodeTotEnMet { get; init; }

    public required Prijssoort Prijssoort { get; init; }

    [Description("Prijs per sessie zonder btw, zoals voorgesteld; alleen bij euro.")]
    public long? PrijsCenten { get; init; }

    [Description("De score van het aanbod op de dag van het voorstel.")]
    public required int Score { get; init; }

    [Description("Waaruit die score bestaat.")]
    public required IReadOnlyList<KoppelredenAnswer> Waarom { get; init; }

    [Description("True als de andere voorstellen over dit onderwerp vervallen zodra deze koppeling gemaakt is; de leverancier ziet dit niet.")]
    public bool? SluitAndere { get; init; }

    public DateTimeOffset? AkkoordBedrijfOp { get; init; }

    public DateTimeOffset? AkkoordLeverancierOp { get; init; }

    public KoppelafwijzingAnswer? Afwijzing { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    [Description("Wie dan nog niet heeft ingestemd, hoeft niet meer te antwoorden.")]
    public required DateTimeOffset VerlooptOp { get; init; }

    public DateTimeOffset? BeeindigdOp { get; init; }

    internal static KoppelingAnswer Of(KoppelingRow row, Koppelingzijde? zijde) => new()
    {
        Id = row.Id,
        BedrijfId = row.BedrijfId,
        BedrijfNaam = row.BedrijfNaam,
        AanbodId = row.AanbodId,
        AanbodTitel = row.AanbodTitel,
        LeverancierId = row.LeverancierId,
        LeverancierNaam = row.LeverancierNaam,
        Onderwerp = Words.Read<Onderwerp>(row.Onderwerp),
        Vorm = Words.Read<Aanbodvorm>(row.Vorm),
        Status = Words.Read<KoppelingStatus>(row.Status),
        VoorgesteldDoor = row.VoorgesteldDoor,
        Groepsgrootte = row.Groepsgrootte,
        PeriodeVan = row.PeriodeVan,
        PeriodeTotEnMet = row.PeriodeTotEnMet,
        Prijssoort = Words.Read<Prijssoort>(row.Prijssoort),
        PrijsCenten = row.PrijsCenten,
        Score = row.Score,
        Waarom = KoppelredenAnswer.Of(row.ReadRedenen()),
        // That there are others is not for the supplier to know before it is decided.
        SluitAndere = zijde == Koppelingzijde.Leverancier ? null : row.SluitAndere,
        AkkoordBedrijfOp = row.AkkoordBedrijfOp,
        AkkoordLeverancierOp = row.AkkoordLeverancierOp,
        Afwijzing = KoppelafwijzingAnswer.Of(row),
        AangemaaktOp = row.AangemaaktOp,
        VerlooptOp = row.VerlooptOp,
        BeeindigdOp = row.BeeindigdOp,
    };
}

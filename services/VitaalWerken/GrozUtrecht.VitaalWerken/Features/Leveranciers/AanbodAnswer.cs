using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>What a supplier offers.</summary>
public sealed record AanbodAnswer
{
    public required Guid Id { get; init; }

    public required Guid LeverancierId { get; init; }

    public required AanbodStatus Status { get; init; }

    public required string Titel { get; init; }

    public required string Omschrijving { get; init; }

    public required Onderwerp Onderwerp { get; init; }

    public required Aanbodvorm Vorm { get; init; }

    public required int DuurMinuten { get; init; }

    public required int GroepMinimum { get; init; }

    public required int GroepMaximum { get; init; }

    public required Prijssoort Prijssoort { get; init; }

    [Description("Prijs per keer in centen, zonder btw.")]
    public long? PrijsCenten { get; init; }

    public string? Tegenprestatie { get; init; }

    public required IReadOnlyList<string> Gebieden { get; init; }

    [Description("Dagdelen als `maandag-ochtend`.")]
    public required IReadOnlyList<string> Dagdelen { get; init; }

    public DateOnly? VanafDatum { get; init; }

    public DateOnly? TotEnMetDatum { get; init; }

    public required bool Leerplek { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    internal static AanbodAnswer Of(AanbodRow row) => new()
    {
        Id = row.Id,
        LeverancierId = row.LeverancierId,
        Status = Words.Read<AanbodStatus>(row.Status),
        Titel = row.Titel,
        Omschrijving = row.Omschrijving,
        Onderwerp = Words.Read<Onderwerp>(row.Onderwerp),
        Vorm = Words.Read<Aanbodvorm>(row.Vorm),
        DuurMinuten = row.DuurMinuten,
        GroepMinimum = row.GroepMinimum,
        GroepMaximum = row.GroepMaximum,
        Prijssoort = Words.Read<Prijssoort>(row.Prijssoort),
        PrijsCenten = row.PrijsCenten,
        Tegenprestatie = row.Tegenprestatie,
        Gebieden = row.Gebieden,
        Dagdelen = Domain.Dagdelen.Write(row.Beschikbaar),
        VanafDatum = row.BeschikbaarVanaf,
        TotEnMetDatum = row.BeschikbaarTotEnMet,
        Leerplek = row.Leerplek,
        AangemaaktOp = row.AangemaaktOp,
        GewijzigdOp = row.GewijzigdOp,
    };
}

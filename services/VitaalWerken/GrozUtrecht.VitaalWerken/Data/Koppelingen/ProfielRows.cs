using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Data.Koppelingen;

/// <summary>What proposals see of one supplier.</summary>
internal sealed record LeverancierProfielRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Naam { get; init; }

    public required string Soort { get; init; }

    public required string Status { get; init; }

    public required string Postcode { get; init; }

    public DateTimeOffset? LaatstVoorgesteldOp { get; init; }

    public required DateTime[] GemaaktOp { get; init; }

    public LeverancierProfiel ToDomain() => new()
    {
        Id = Id,
        PartnerId = PartnerId,
        Naam = Naam,
        Soort = Soort,
        Status = Words.Read<LeverancierStatus>(Status),
        Plaats = Postcodeplaatsen.Of(Postcode),
        LaatstVoorgesteldDag = LaatstVoorgesteldOp is { } moment ? NederlandseTijd.DayOf(moment).DayNumber : null,
        GemaaktDagen = [.. GemaaktOp.Select(moment => NederlandseTijd.DayOf(new DateTimeOffset(moment, TimeSpan.Zero)).DayNumber)],
    };
}

/// <summary>What proposals see of one offer.</summary>
internal sealed record AanbodProfielRow
{
    public required Guid Id { get; init; }

    public required Guid LeverancierId { get; init; }

    public required string Status { get; init; }

    public required string Titel { get; init; }

    public required string Onderwerp { get; init; }

    public required string Vorm { get; init; }

    public required int DuurMinuten { get; init; }

    public required int GroepMinimum { get; init; }

    public required int GroepMaximum { get; init; }

    public required string Prijssoort { get; init; }

    public long? PrijsCenten { get; init; }

    public string? Tegenprestatie { get; init; }

    public required string[] Gebieden { get; init; }

    public required int Beschikbaar { get; init; }

    public DateOnly? BeschikbaarVanaf { get; init; }

    public DateOnly? BeschikbaarTotEnMet { get; init; }

    public required bool Leerplek { get; init; }

    public required Guid[] GekoppeldMet { get; init; }

    public AanbodProfiel ToDomain(LeverancierProfiel leverancier) => new()
    {
        Id = Id,
        Leverancier = leverancier,
        IsActief = Words.Read<AanbodStatus>(Status) == AanbodStatus.Actief,
        Titel = Titel,
        Onderwerp = Words.Read<Onderwerp>(Onderwerp),
        Vorm = Words.Read<Aanbodvorm>(Vorm),
        DuurMinuten = DuurMinuten,
        GroepMinimum = GroepMinimum,
        GroepMaximum = GroepMaximum,
        Prijssoort = Words.Read<Prijssoort>(Prijssoort),
        PrijsCenten = PrijsCenten,
        Tegenprestatie = Tegenprestatie,
        Gebieden = Gebieden,
        Beschikbaar = Beschikbaar,
        VanDag = BeschikbaarVanaf?.DayNumber ?? int.MinValue,
        TotEnMetDag = BeschikbaarTotEnMet?.DayNumber ?? int.MaxValue,
        Leerplek = Leerplek,
        GekoppeldMet = GekoppeldMet,
    };
}

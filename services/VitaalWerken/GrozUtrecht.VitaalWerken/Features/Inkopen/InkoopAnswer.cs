using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Inkopen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inkopen;

namespace GrozUtrecht.VitaalWerken.Features.Inkopen;

/// <summary>An order, the same for buyer, supplier and coordinator.</summary>
public sealed record InkoopAnswer(
    Guid Id,
    Guid BedrijfId,
    Guid LeverancierId,
    Leveranciersoort LeverancierSoort,
    [property: Description("Code van het gebied waar het bedrijf meedoet.")] string Gebied,
    InkoopStatus Status,
    [property: Description("Wat er is besteld.")] string Omschrijving,
    DateOnly Leverdatum,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset GewijzigdOp)
{
    [Description("De prijs in eurocenten, buiten het platform te betalen.")]
    public long? PrijsCenten { get; init; }

    [Description("De prijs in minuten, door de Tijdbank te boeken.")]
    public int? PrijsMinuten { get; init; }

    [Description("Het kenmerk van de betaling.")]
    public string? Kenmerk { get; init; }

    [Description("Waarom iemand afwees, annuleerde, betwistte of het geld niet ontving; het laatste dat is gezegd.")]
    public string? Reden { get; init; }

    [Description("De rekening in de Tijdbank waarop de leverancier ontvangt.")]
    public Guid? NaarRekeningId { get; init; }

    [Description("Waarom de Tijdbank de laatste keer weigerde.")]
    public string? WeigeringCode { get; init; }

    [Description("Wat er na de weigering te doen is.")]
    public string? Uitleg { get; init; }

    public DateTimeOffset? AfgerekendOp { get; init; }

    internal static InkoopAnswer Of(InkoopRow row) => new(
        row.Id, row.BedrijfId, row.LeverancierId, Words.Read<Leveranciersoort>(row.LeverancierSoort), row.Gebied, Words.Read<InkoopStatus>(row.Status),
        row.Omschrijving, row.Leverdatum, row.AangemaaktOp, row.GewijzigdOp)
    {
        PrijsCenten = row.PrijsCenten,
        PrijsMinuten = row.PrijsMinuten,
        Kenmerk = row.Kenmerk,
        Reden = row.Reden,
        NaarRekeningId = row.NaarRekeningId,
        WeigeringCode = row.WeigeringCode,
        Uitleg = row.WeigeringCode is null ? null : Tijdbankweigering.Explain(row.WeigeringCode),
        AfgerekendOp = row.AfgerekendOp,
    };
}

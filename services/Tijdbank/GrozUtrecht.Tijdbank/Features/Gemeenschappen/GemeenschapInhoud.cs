using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Gemeenschappen;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary>What a community is and which rules it gives its accounts; the same when it is made and when it is changed.</summary>
public sealed record GemeenschapInhoud(
    [property: StringLength(80, MinimumLength = 3), RegularExpression(@"^\S([^\u0000-\u001f\u007f]*\S)?$")] string Naam,
    [property: StringLength(40, MinimumLength = 1), Description("Code van het gebied.")] string Gebied,
    [property: Description("De organisatie die de gemeenschap beheert.")] Guid PartnerId,
    [property: Description("besteden: uren zijn te besteden. tellen: uren tellen mee, maar zijn niet te besteden.")] Werkwijze Werkwijze,
    [property: Range(-2_400, 0), Description("Lager kan het saldo van een rekening niet worden.")] int MinimumMinuten = 0,
    [property: Range(1, 60_000), Description("Hoger kan het saldo niet worden; zonder maximum is er geen grens.")] int? MaximumMinuten = null,
    [property: Range(0, 2_400), Description("Hoe dicht bij een grens een rekening een waarschuwing krijgt.")]
    int SignaalgrensMinuten = Saldosignaal.DefaultMinutes)
{
    /// <summary>Why it cannot stand like this; null when it can.</summary>
    internal Failure? Refuse() => Vrijetekst.Check(Naam) is { } fault ? GemeenschapFailures.Of(fault)
        : !GrozUtrecht.Gebieden.Gebied.TryFind(Gebied, out _) ? GemeenschapFailures.GebiedUnknown
        : PartnerId == Guid.Empty ? GemeenschapFailures.PartnerMissing
        : null;

    internal GemeenschapRow PutInto(GemeenschapRow row, DateTimeOffset now) => row with
    {
        Naam = Naam, Gebied = Gebied, PartnerId = PartnerId, Werkwijze = Words.Of(Werkwijze), MinimumMinuten = MinimumMinuten,
        MaximumMinuten = MaximumMinuten, SignaalgrensMinuten = SignaalgrensMinuten, Version = row.Version + 1, GewijzigdOp = now,
    };
}

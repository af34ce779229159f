using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Domain.Onderwijs;

/// <summary>Why hours cannot be signed off under an agreement.</summary>
internal enum Praktijkuurfout
{
    OtherPerson,
    OtherOrganisatie,
    OtherKind,
    NotConfirmed,
    OutsideAgreement,
}

/// <summary>For whom and from when to when practice hours count under one agreement.</summary>
internal sealed record Praktijkperiode(Guid PersoonId, Guid OrganisatiePartnerId, DateOnly BeginDatum, DateOnly LaatsteDatum)
{
    /// <summary>An agreement that was ended early counts up to and including the day of its ending.</summary>
    public static DateOnly LastDay(DateOnly eindDatum, DateOnly? beeindigdDatum) => beeindigdDatum < eindDatum ? beeindigdDatum.Value : eindDatum;
}

/// <summary>Hours as somebody reported them for an agreement.</summary>
internal sealed record Praktijkuur(Guid PersoonId, Guid? VoorPartnerId, Urensoort Soort, Urenstatus Status, DateOnly Datum)
{
    public Praktijkuurfout? Check(Praktijkperiode periode) => this switch
    {
        _ when PersoonId != periode.PersoonId => Praktijkuurfout.OtherPerson,
        _ when VoorPartnerId != periode.OrganisatiePartnerId => Praktijkuurfout.OtherOrganisatie,
        _ when Soort != Urensoort.Beroepspraktijkvorming => Praktijkuurfout.OtherKind,
        _ when Status != Urenstatus.Bevestigd => Praktijkuurfout.NotConfirmed,
        _ when Datum < periode.BeginDatum || Datum > periode.LaatsteDatum => Praktijkuurfout.OutsideAgreement,
        _ => null,
    };
}

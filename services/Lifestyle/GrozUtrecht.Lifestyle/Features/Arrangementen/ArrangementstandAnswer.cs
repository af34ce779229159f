using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>Where an arrangement stands after a write. Not whose it is and no goal: an answer may be kept beside an Idempotency-Key.</summary>
internal sealed record ArrangementstandAnswer(
    [property: Description("Id van het arrangement.")] Guid Id,
    [property: Description("Waar het arrangement staat.")] ArrangementStatus Status,
    [property: Description("De versie waar beiden het over eens zijn; ontbreekt zolang die er niet is.")] int? GeldendeVersie,
    [property: Description("De versie die net is voorgesteld.")] int? VoorgesteldeVersie,
    [property: Description("De dag van de start.")] DateOnly? StartDatum,
    [property: Description("Wanneer het eindigde.")] DateTimeOffset? BeeindigdOp)
{
    public static ArrangementstandAnswer Of(ArrangementRow row, int? proposed = null) =>
        new(row.Id, Words.Read<ArrangementStatus>(row.Status), row.GeldendeVersie, proposed, row.StartDatum, row.BeeindigdOp);
}

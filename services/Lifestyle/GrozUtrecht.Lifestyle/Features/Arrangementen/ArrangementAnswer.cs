using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary>A goal and the activities that serve it.</summary>
internal sealed record ArrangementversieAnswer(
    [property: Description("Nummer van deze versie.")] int Versie,
    [property: Description("Wat de persoon wil bereiken; ontbreekt als de persoon is verwijderd.")] string? Doel,
    [property: Description("De gekozen activiteiten.")] IReadOnlyList<Guid> ActiviteitIds,
    [property: Description("Wanneer de begeleider dit voorstelde.")] DateTimeOffset VoorgesteldOp,
    [property: Description("Wanneer de persoon instemde; ontbreekt zolang dat niet is gebeurd.")] DateTimeOffset? IngestemdOp)
{
    public static ArrangementversieAnswer Of(ArrangementversieRow row) => new(row.Versie, row.Doel, row.ActiviteitIds, row.VoorgesteldOp, row.IngestemdOp);
}

/// <summary>A leefstijlarrangement as guide and resident see it; there is no value of any measurement in it.</summary>
internal sealed record ArrangementAnswer
{
    [Description("Id van het arrangement.")]
    public required Guid Id { get; init; }

    [Description("De persoon; ontbreekt als die is verwijderd.")]
    public Guid? PersoonId { get; init; }

    [Description("De organisatie van de begeleider.")]
    public required Guid BegeleiderPartnerId { get; init; }

    [Description("Als wat de persoon meedoet.")]
    public required Doelgroep Doelgroep { get; init; }

    [Description("Gebied.")]
    public required string Gebied { get; init; }

    [Description("Waar het arrangement staat.")]
    public required ArrangementStatus Status { get; init; }

    [Description("De vragenlijsten van elke meting.")]
    public required IReadOnlyList<string> Vragenlijsten { get; init; }

    [Description("Waar beiden het over eens zijn; ontbreekt zolang dat er niet is.")]
    public ArrangementversieAnswer? Afspraak { get; init; }

    [Description("Wat de begeleider voorstelt en waar de persoon nog niet mee instemde; ontbreekt als dat er niet is.")]
    public ArrangementversieAnswer? Voorstel { get; init; }

    [Description("Wanneer het arrangement is gemaakt.")]
    public required DateTimeOffset AangemaaktOp { get; init; }

    [Description("De dag van de start; daarvan worden 3, 6 en 12 maanden geteld.")]
    public DateOnly? StartDatum { get; init; }

    [Description("Wanneer het eindigde.")]
    public DateTimeOffset? BeeindigdOp { get; init; }

    public static ArrangementAnswer Of(ArrangementRow row, Guid? persoonId, IEnumerable<ArrangementversieRow> versies)
    {
        var known = versies.ToList();
        var agreed = known.Find(versie => versie.Versie == row.GeldendeVersie);
        var proposed = known.Find(versie => versie.IngestemdOp is null && !ArrangementRules.IsEnded(Words.Read<ArrangementStatus>(row.Status)));
        return new()
        {
            Id = row.Id,
            PersoonId = persoonId,
            BegeleiderPartnerId = row.PartnerId,
            Doelgroep = Words.Read<Doelgroep>(row.Doelgroep),
            Gebied = row.Gebied,
            Status = Words.Read<ArrangementStatus>(row.Status),
            Vragenlijsten = row.Vragenlijsten,
            Afspraak = agreed is null ? null : ArrangementversieAnswer.Of(agreed),
            Voorstel = proposed is null ? null : ArrangementversieAnswer.Of(proposed),
            AangemaaktOp = row.AangemaaktOp,
            StartDatum = row.StartDatum,
            BeeindigdOp = row.BeeindigdOp,
        };
    }
}

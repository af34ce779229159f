using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>A proeverij as a partner sees it.</summary>
public sealed record ProeverijAnswer
{
    public required Guid Id { get; init; }

    [Description("Andere partners zien een proeverij vanaf inschrijving-open.")]
    public required ProeverijStatus Status { get; init; }

    public required string Naam { get; init; }

    [Description("Code van het gebied waarin de postcode ligt.")]
    public required string Gebied { get; init; }

    public required string Postcode { get; init; }

    public required string Locatienaam { get; init; }

    [Description("Dag in Nederland.")]
    public required DateOnly Datum { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    [Description("Alleen bij een eigen proeverij.")]
    public int? BudgetCenten { get; init; }

    [Description("Wat aan aanbieders is gevraagd en niet is teruggenomen; alleen bij een eigen proeverij.")]
    public int? KostenCenten { get; init; }

    [Description("True als deze proeverij van de partner van dit token is.")]
    public required bool Eigen { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GehoudenOp { get; init; }

    public DateTimeOffset? AfgeslotenOp { get; init; }

    public DateTimeOffset? AfgelastOp { get; init; }

    internal static ProeverijAnswer Of(ProeverijRow row, Guid partnerId) => new()
    {
        Id = row.Id,
        Status = row.StatusValue,
        Naam = row.Naam,
        Gebied = row.Gebied,
        Postcode = row.Postcode,
        Locatienaam = row.Locatienaam,
        Datum = NederlandseTijd.DayOf(row.BegintOp),
        BegintOp = row.BegintOp,
        EindigtOp = row.EindigtOp,
        BudgetCenten = row.PartnerId == partnerId ? row.BudgetCenten : null,
        KostenCenten = row.PartnerId == partnerId ? row.KostenCenten : null,
        Eigen = row.PartnerId == partnerId,
        AangemaaktOp = row.AangemaaktOp,
        GewijzigdOp = row.GewijzigdOp,
        GehoudenOp = row.GehoudenOp,
        AfgeslotenOp = row.AfgeslotenOp,
        AfgelastOp = row.AfgelastOp,
    };
}

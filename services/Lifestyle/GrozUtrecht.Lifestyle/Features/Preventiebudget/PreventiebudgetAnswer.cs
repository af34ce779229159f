using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>A budget as the partner that manages it sees it.</summary>
public sealed record PreventiebudgetAnswer(
    Guid Id,
    Budgetstatus Status,
    string Naam,
    string Verzekeraar,
    string Uzovi,
    string Gemeente,
    IReadOnlyList<string> Gebieden,
    DateOnly VanDatum,
    DateOnly TotEnMetDatum,
    [property: Description("Wat bij het openen is of wordt toegezegd; bijstellingen staan in de boekingen.")] long BedragCenten,
    int MaximumPerPersoonCenten,
    IReadOnlyList<Guid> ActiviteitIds,
    IReadOnlyList<Dimensie> Dimensies,
    EigenBijdrageBody EigenBijdrage,
    NietVerschenenRegel BijNietVerschijnen,
    int AfmeldenTotUren,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset GewijzigdOp,
    DateTimeOffset? GeopendOp = null,
    DateTimeOffset? GeslotenOp = null)
{
    internal static PreventiebudgetAnswer Of(PreventiebudgetRow row) => new(
        row.Id, row.CurrentStatus, row.Naam, row.Verzekeraar, row.Uzovi, row.Gemeente, row.Gebieden, row.VanDatum, row.TotEnMetDatum,
        row.BedragCenten, row.MaximumPerPersoonCenten, row.ActiviteitIds, Words.Read<Dimensie>(row.Dimensies),
        new(row.EigenBijdrage.Soort, row.EigenBijdrageWaarde), Words.Read<NietVerschenenRegel>(row.BijNietVerschijnen), row.AfmeldenTotUren,
        row.AangemaaktOp, row.GewijzigdOp, row.GeopendOp, row.GeslotenOp);
}

using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Somebody's way through a proeverij, to print or to show.</summary>
public sealed record RouteAnswer
{
    public required Guid Id { get; init; }

    public required Guid ProeverijId { get; init; }

    [Description("Wat de bewoner aan de deur laat zien; ontbreekt als die zich voor één losse proef aanmeldde.")]
    public string? Code { get; init; }

    [Description("Wat er in deze route zit, in volgorde van tijd.")]
    public required IReadOnlyList<RouteproefAnswer> Proeven { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    internal static RouteAnswer Of(RouteRow row, IEnumerable<RouteproefRow> proeven) => new()
    {
        Id = row.Id,
        ProeverijId = row.ProeverijId,
        Code = row.Code,
        Proeven = [.. proeven.Where(proef => proef.RouteId == row.Id).Select(RouteproefAnswer.Of)],
        AangemaaktOp = row.AangemaaktOp,
    };
}

/// <summary>One tasting of a route.</summary>
public sealed record RouteproefAnswer
{
    public required int Ronde { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required string Ruimte { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Activiteit { get; init; }

    public required string Aanbieder { get; init; }

    public required IReadOnlyList<Dimensie> Dimensies { get; init; }

    public required Guid SessieId { get; init; }

    public required Guid DeelnameId { get; init; }

    [Description("Code van deze ene proef: om daar in te checken en om te zeggen hoe het was.")]
    public required string Code { get; init; }

    public required Deelnamestatus Status { get; init; }

    internal static RouteproefAnswer Of(RouteproefRow row) => new()
    {
        Ronde = row.Ronde,
        BegintOp = row.BegintOp,
        EindigtOp = row.EindigtOp,
        Ruimte = row.Ruimte,
        ActiviteitId = row.ActiviteitId,
        Activiteit = row.Activiteit,
        Aanbieder = row.Aanbieder,
        Dimensies = Words.Read<Dimensie>(row.Dimensies),
        SessieId = row.SessieId,
        DeelnameId = row.DeelnameId,
        Code = row.Code,
        Status = Words.Read<Deelnamestatus>(row.Status),
    };
}

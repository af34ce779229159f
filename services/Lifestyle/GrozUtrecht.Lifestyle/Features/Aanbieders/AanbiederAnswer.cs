using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary>Who offers activities.</summary>
public sealed record AanbiederAnswer
{
    public required Guid Id { get; init; }

    public required Aanbiedersoort Soort { get; init; }

    [Description("Alleen het aanbod van een geverifieerde aanbieder staat in de open data.")]
    public required Aanbiederstatus Status { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public required IReadOnlyList<string> Gebieden { get; init; }

    public string? Website { get; init; }

    [Description("Wat de coördinator erbij zei; alleen voor de partner zelf.")]
    public string? Beoordeling { get; init; }

    public DateTimeOffset? BeoordeeldOp { get; init; }

    [Description("True als deze aanbieder van de partner van dit token is.")]
    public required bool Eigen { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    internal static AanbiederAnswer Of(AanbiederRow row, Guid partnerId) => new()
    {
        Id = row.Id,
        Soort = Words.Read<Aanbiedersoort>(row.Soort),
        Status = Words.Read<Aanbiederstatus>(row.Status),
        Naam = row.Naam,
        Omschrijving = row.Omschrijving,
        Gebieden = row.Gebieden,
        Website = row.Website,
        Beoordeling = row.PartnerId == partnerId ? row.Beoordeling : null,
        BeoordeeldOp = row.BeoordeeldOp,
        Eigen = row.PartnerId == partnerId,
        AangemaaktOp = row.AangemaaktOp,
        GewijzigdOp = row.GewijzigdOp,
    };
}

using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Leveranciers;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>Who offers something to workplaces.</summary>
public sealed record LeverancierAnswer
{
    public required Guid Id { get; init; }

    public required Leveranciersoort Soort { get; init; }

    [Description("Alleen aanbod van een actieve leverancier wordt voorgesteld.")]
    public required LeverancierStatus Status { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public string? KvkNummer { get; init; }

    public required string Postcode { get; init; }

    [Description("Code van het gebied waarin de postcode ligt; de coördinator van dit gebied beoordeelt.")]
    public required string Gebied { get; init; }

    [Description("Wat de coördinator erbij zei; alleen voor de partner zelf en de coördinator.")]
    public string? Beoordeling { get; init; }

    [Description("True als deze leverancier van de partner van dit token is.")]
    public required bool Eigen { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    internal static LeverancierAnswer Of(LeverancierRow row, Guid partnerId, bool isCoordinator = false) => new()
    {
        Id = row.Id,
        Soort = Words.Read<Leveranciersoort>(row.Soort),
        Status = Words.Read<LeverancierStatus>(row.Status),
        Naam = row.Naam,
        Omschrijving = row.Omschrijving,
        KvkNummer = row.KvkNummer,
        Postcode = row.Postcode,
        Gebied = row.Gebied,
        Beoordeling = row.PartnerId == partnerId || isCoordinator ? row.Beoordeling : null,
        Eigen = row.PartnerId == partnerId,
        AangemaaktOp = row.AangemaaktOp,
        GewijzigdOp = row.GewijzigdOp,
    };
}

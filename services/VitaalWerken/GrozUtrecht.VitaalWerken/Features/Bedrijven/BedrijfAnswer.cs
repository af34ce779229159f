using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary>A company as the partner that registered it sees it.</summary>
public sealed record BedrijfAnswer
{
    public required Guid Id { get; init; }

    public required string KvkNummer { get; init; }

    public string? Vestigingsnummer { get; init; }

    public required string Naam { get; init; }

    public required Sector Sector { get; init; }

    public required Grootteklasse Grootteklasse { get; init; }

    public required string Postcode { get; init; }

    [Description("Code van het gebied waarin de postcode ligt; dit is het vitaliteitsnetwerk.")]
    public required string Gebied { get; init; }

    public required BedrijfStatus Status { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset BelangstellendOp { get; init; }

    public DateTimeOffset? LidOp { get; init; }

    public DateTimeOffset? VertrokkenOp { get; init; }

    internal static BedrijfAnswer Of(BedrijfRow row) => new()
    {
        Id = row.Id,
        KvkNummer = row.KvkNummer,
        Vestigingsnummer = row.Vestigingsnummer,
        Naam = row.Naam,
        Sector = Words.Read<Sector>(row.Sector),
        Grootteklasse = Words.Read<Grootteklasse>(row.Grootteklasse),
        Postcode = row.Postcode,
        Gebied = row.Gebied,
        Status = Words.Read<BedrijfStatus>(row.Status),
        AangemaaktOp = row.AangemaaktOp,
        BelangstellendOp = row.BelangstellendOp,
        LidOp = row.LidOp,
        VertrokkenOp = row.VertrokkenOp,
    };
}

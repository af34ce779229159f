using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Identity.Features.Partners;

/// <summary>An organisation that works with the platform.</summary>
internal sealed record Partner
{
    [Description("Nummer van de partner.")]
    public required Guid Id { get; init; }

    [Description("Naam van de organisatie.")]
    public required string Naam { get; init; }

    [Description("Moment van aanmaken.")]
    public required DateTimeOffset AangemaaktOp { get; init; }
}

internal static class PartnerFailures
{
    public static readonly Failure Unknown = new("identity.partner.onbekend", StatusCodes.Status404NotFound, "Partner bestaat niet");
}

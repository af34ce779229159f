using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Identity.Features.Personen;

/// <summary>A person: an id and nothing else.</summary>
internal sealed record Persoon
{
    [Description("Nummer van de persoon, waaronder de andere diensten bewaren wat zij nodig hebben.")]
    public required Guid Id { get; init; }

    [Description("Moment van aanmaken.")]
    public required DateTimeOffset AangemaaktOp { get; init; }
}

internal static class PersoonFailures
{
    public static readonly Failure Unknown = new("identity.persoon.onbekend", StatusCodes.Status404NotFound, "Persoon bestaat niet");
}

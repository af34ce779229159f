namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>An hours statement was issued; it can be read and verified from now on.</summary>
public sealed record UrenverklaringAfgegeven
{
    public required Guid UrenverklaringId { get; init; }

    /// <summary>The number by which people call it, for example <c>2026-000123</c>.</summary>
    public required string Nummer { get; init; }

    public required Guid PraktijkovereenkomstId { get; init; }

    public required Guid PersoonId { get; init; }

    public required Guid SchoolPartnerId { get; init; }

    public required Guid OrganisatiePartnerId { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>The last day of which hours count in it.</summary>
    public required DateOnly TotEnMetDatum { get; init; }

    /// <summary>Always 1: a statement never changes.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}

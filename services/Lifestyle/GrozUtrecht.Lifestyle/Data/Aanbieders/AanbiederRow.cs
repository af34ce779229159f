namespace GrozUtrecht.Lifestyle.Data.Aanbieders;

/// <summary>One row of <c>aanbieders</c>.</summary>
internal sealed record AanbiederRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required long Version { get; init; }

    public required string Soort { get; init; }

    public required string Status { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public string? Website { get; init; }

    public required string[] Gebieden { get; init; }

    /// <summary>What the coordinator said of it.</summary>
    public string? Beoordeling { get; init; }

    public DateTimeOffset? BeoordeeldOp { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }
}

namespace GrozUtrecht.Lifestyle.Data;

/// <summary>One row of <c>sessies</c>.</summary>
internal sealed record SessieRow
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    public Guid? ReeksId { get; init; }

    public required string Soort { get; init; }

    public required string SessieStatus { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int Capaciteit { get; init; }

    /// <summary>How many places are taken; the database counts.</summary>
    public int Bezet { get; init; }

    /// <summary>Where it is when that is not where the activity is.</summary>
    public string? Postcode { get; init; }

    public string? Locatienaam { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }
}

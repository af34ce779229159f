namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>Part of a preventiebudget was spent on one attendance.</summary>
public sealed record BudgetSpent
{
    public required Guid BoekingId { get; init; }

    /// <summary>The number of this booking in its budget, which only grows; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid PreventiebudgetId { get; init; }

    /// <summary>The partner that manages the budget.</summary>
    public required Guid PartnerId { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required long BedragCenten { get; init; }

    /// <summary>The day in the Netherlands of the attendance.</summary>
    public required DateOnly UitgevoerdDatum { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}

namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>What a proeverij brought, in numbers only.</summary>
public sealed record Verslag
{
    /// <summary>Within this time after the proeverij coming to a regular session is coming back; then the report is fixed.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(56);

    public required int IngeschrevenAantal { get; init; }

    public required int BereiktAantal { get; init; }

    public required int GeproefdAantal { get; init; }

    public required int TeruggekomenAantal { get; init; }

    /// <summary>How many registrations for a regular session came out of an experience.</summary>
    public required int VervolgAantal { get; init; }

    public required int ErvaringenAantal { get; init; }

    public required int KostenCenten { get; init; }

    public required int BudgetCenten { get; init; }

    public required IReadOnlyList<Dimensiecijfer> PerDimensie { get; init; }

    public required IReadOnlyList<Aanbiedercijfer> PerAanbieder { get; init; }
}

namespace GrozUtrecht.Support.Domain;

/// <summary>What is known of a helper in view of one hulpvraag; everything that matching decides on.</summary>
internal sealed record Kandidaat
{
    public required Guid HelperId { get; init; }

    /// <summary>Between the centroids of the two postcodes.</summary>
    public required int DistanceMeters { get; init; }

    public required int RadiusKilometers { get; init; }

    public required bool OffersCategorie { get; init; }

    public required int CategorieCount { get; init; }

    public required bool IsHulpvrager { get; init; }

    /// <summary>Was asked for this hulpvraag before, whatever the answer was.</summary>
    public required bool WasAsked { get; init; }

    /// <summary>Has another appointment at the same time.</summary>
    public required bool IsOccupied { get; init; }

    public required int WeekMinutes { get; init; }

    public required int? MaximumWeekMinutes { get; init; }

    /// <summary>How many appointments the helper has had or has.</summary>
    public required int AfspraakCount { get; init; }

    public required DateTimeOffset? LaatstGevraagdOp { get; init; }
}

/// <summary>One named term of a score, or of a refusal, with a sentence for people.</summary>
internal sealed record Reden(string Code, string Tekst, int Punten);

/// <summary>A helper with the score and the terms that make it up.</summary>
internal sealed record Match(Guid HelperId, int Score, IReadOnlyList<Reden> Redenen);

namespace GrozUtrecht.VitaalWerken.Domain.Deelnemers;

/// <summary>Marks added up, with the lowest and the highest; nothing when nobody gave one.</summary>
internal sealed record Polssom(long Som, int Laagste, int Hoogste)
{
    /// <summary>When everybody gave the same mark, the mean is everybody's.</summary>
    public bool IsSpread => Laagste < Hoogste;

    /// <summary>These marks and others together.</summary>
    public Polssom With(Polssom other) => new(Som + other.Som, Math.Min(Laagste, other.Laagste), Math.Max(Hoogste, other.Hoogste));

    public decimal Mean(int count) => decimal.Round((decimal)Som / count, 1, MidpointRounding.AwayFromZero);
}

/// <summary>People who answered the same moments, and what they answered; without a middle when that was not asked of them.</summary>
internal sealed record Polsgroep(int Aantal, Polssom Start, Polssom? Midden, Polssom Einde, Polssom Verandering)
{
    /// <summary>These people and others together, of whom no middle is known.</summary>
    public Polsgroep With(Polsgroep other) => new(
        Aantal + other.Aantal, Start.With(other.Start), null, Einde.With(other.Einde), Verandering.With(other.Verandering));

    public bool MayBeTold =>
        Aantal >= Drempels.Gezondheid && Start.IsSpread && Einde.IsSpread && Verandering.IsSpread && Midden is not { IsSpread: false };
}

/// <summary>What is told about one subject; nothing but its name when the group is too small.</summary>
internal sealed record Polscijfer(string Onderwerp, int? Aantal, decimal? Start, decimal? Midden, decimal? Einde, decimal? Verandering)
{
    // Telling the middle as well costs who did not give it: at most a quarter.
    private const int Quarters = 4;

    /// <summary>
    /// One set of people for start, middle, end and change of a subject, and nothing else about that subject: whatever is added or subtracted is
    /// about exactly that set. So it is either everybody who answered all three, or everybody who answered the first and the last, never both.
    /// </summary>
    /// <param name="onderwerp">The subject.</param>
    /// <param name="two">Who answered at the start and at the end.</param>
    /// <param name="three">Who of them also answered in the middle.</param>
    public static Polscijfer Of(string onderwerp, Polsgroep? two, Polsgroep? three)
    {
        var chosen = three is { MayBeTold: true } && three.Aantal * Quarters >= two!.Aantal * (Quarters - 1) ? three
            : two is { MayBeTold: true } ? two : null;
        return chosen is null
            ? new(onderwerp, null, null, null, null, null)
            : new(
                onderwerp, Drempels.InFives(chosen.Aantal), chosen.Start.Mean(chosen.Aantal), chosen.Midden?.Mean(chosen.Aantal),
                chosen.Einde.Mean(chosen.Aantal), chosen.Verandering.Mean(chosen.Aantal));
    }
}

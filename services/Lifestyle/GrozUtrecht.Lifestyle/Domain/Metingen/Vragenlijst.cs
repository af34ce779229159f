namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>How the answers to a questionnaire become scores.</summary>
public enum Scoringswijze
{
    Som,
    Gemiddelde,
    PerDimensie,
}

/// <summary>One question, as far as scoring is concerned.</summary>
/// <param name="Code">Known by this within its questionnaire.</param>
/// <param name="Laagste">The lowest answer.</param>
/// <param name="Hoogste">The highest answer.</param>
/// <param name="Omgekeerd">True when a high answer is a low score.</param>
/// <param name="Dimensie">What it counts for, in a questionnaire that is scored per dimension.</param>
internal sealed record Vraag(string Code, int Laagste, int Hoogste, bool Omgekeerd = false, Dimensie? Dimensie = null)
{
    /// <summary>What an answer counts for: on a reversed question the other end of the scale.</summary>
    public int Value(int answer) => Omgekeerd ? Laagste + Hoogste - answer : answer;
}

/// <summary>Scores from <paramref name="Vanaf"/> up to the next band have this name.</summary>
internal sealed record Band(decimal Vanaf, string Code);

/// <summary>The part of a questionnaire that calculates; its texts are elsewhere.</summary>
internal sealed record Vragenlijst(Scoringswijze Wijze, decimal Factor, IReadOnlyList<Vraag> Vragen, IReadOnlyList<Band> Banden);

namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>Why answers give no score.</summary>
internal enum AntwoordRefusal
{
    AnswerMissing,
    QuestionUnknown,
    QuestionTwice,
    OffTheScale,
}

/// <summary>One answer: which question, and what.</summary>
internal readonly record struct Antwoord(string Vraag, int Waarde);

/// <summary>A score on one dimension, or on the whole of the questionnaire.</summary>
internal sealed record Score(string Dimensie, decimal Waarde);

/// <summary>From answers to scores. Nothing is made up for a question that was left open.</summary>
internal static class Scoring
{
    /// <summary>The dimension of a questionnaire that has one score.</summary>
    public const string Total = "totaal";

    public const int Decimals = 2;

    /// <summary>What is wrong with these answers; null when they can be scored.</summary>
    public static AntwoordRefusal? Check(Vragenlijst vragenlijst, IReadOnlyList<Antwoord> antwoorden)
    {
        var vragen = vragenlijst.Vragen.ToDictionary(vraag => vraag.Code, StringComparer.Ordinal);
        HashSet<string> answered = new(StringComparer.Ordinal);
        foreach (var (code, waarde) in antwoorden)
        {
            if (!vragen.TryGetValue(code, out var vraag))
                return AntwoordRefusal.QuestionUnknown;
            if (!answered.Add(code))
                return AntwoordRefusal.QuestionTwice;
            if (waarde < vraag.Laagste || waarde > vraag.Hoogste)
                return AntwoordRefusal.OffTheScale;
        }

        return answered.Count == vragen.Count ? null : AntwoordRefusal.AnswerMissing;
    }

    /// <summary>The scores of answers that <see cref="Check"/> found nothing wrong with.</summary>
    public static IReadOnlyList<Score> Of(Vragenlijst vragenlijst, IReadOnlyList<Antwoord> antwoorden)
    {
        if (Check(vragenlijst, antwoorden) is { } refusal)
            throw new ArgumentException($"These answers have no score: {refusal}.", nameof(antwoorden));
        var answers = antwoorden.ToDictionary(antwoord => antwoord.Vraag, antwoord => antwoord.Waarde, StringComparer.Ordinal);
        return vragenlijst.Wijze switch
        {
            Scoringswijze.Som => [new(Total, Round(Values(vragenlijst.Vragen).Sum() * vragenlijst.Factor))],
            Scoringswijze.Gemiddelde => [new(Total, Mean(vragenlijst.Vragen))],
            _ => [.. vragenlijst.Vragen
                .GroupBy(vraag => vraag.Dimensie!.Value)
                .OrderBy(group => group.Key)
                .Select(group => new Score(Dimensies.Word(group.Key), Mean(group)))],
        };

        IEnumerable<decimal> Values(IEnumerable<Vraag> vragen) => vragen.Select(vraag => (decimal)vraag.Value(answers[vraag.Code]));

        decimal Mean(IEnumerable<Vraag> vragen) => Round(Values(vragen).Average() * vragenlijst.Factor);
    }

    /// <summary>The name of the band that a score falls in; null when the questionnaire has none.</summary>
    public static string? BandOf(Vragenlijst vragenlijst, decimal score) => vragenlijst.Banden.LastOrDefault(band => band.Vanaf <= score)?.Code;

    private static decimal Round(decimal score) => Math.Round(score, Decimals, MidpointRounding.AwayFromZero);
}

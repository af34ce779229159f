namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>Why a questionnaire cannot be published.</summary>
internal enum VragenlijstRefusal
{
    QuestionTwice,
    ScaleUpsideDown,
    FactorNotPositive,
    DimensieMissing,
    DimensieWithoutUse,
    BandsOutOfOrder,
    BandTwice,
    ScoreWithoutBand,
    NotThePublishedScoring,
}

/// <summary>What makes a questionnaire one that can be filled in and scored.</summary>
internal static class VragenlijstRules
{
    public static VragenlijstRefusal? Check(string code, Vragenlijst vragenlijst) =>
        CheckQuestions(vragenlijst)
        ?? CheckBands(vragenlijst)
        ?? (Maatstaf.Find(code) is { } maatstaf && !maatstaf.IsMetBy(vragenlijst) ? VragenlijstRefusal.NotThePublishedScoring : null);

    private static VragenlijstRefusal? CheckQuestions(Vragenlijst vragenlijst)
    {
        var vragen = vragenlijst.Vragen;
        if (vragen.DistinctBy(vraag => vraag.Code).Count() != vragen.Count)
            return VragenlijstRefusal.QuestionTwice;
        if (vragen.Any(vraag => vraag.Laagste >= vraag.Hoogste))
            return VragenlijstRefusal.ScaleUpsideDown;
        if (vragenlijst.Factor <= 0)
            return VragenlijstRefusal.FactorNotPositive;
        return vragenlijst.Wijze == Scoringswijze.PerDimensie
            ? vragen.Any(vraag => vraag.Dimensie is null) ? VragenlijstRefusal.DimensieMissing : null
            : vragen.Any(vraag => vraag.Dimensie is not null) ? VragenlijstRefusal.DimensieWithoutUse : null;
    }

    private static VragenlijstRefusal? CheckBands(Vragenlijst vragenlijst)
    {
        var banden = vragenlijst.Banden;
        if (banden.Count == 0)
            return null;
        if (banden.Zip(banden.Skip(1)).Any(pair => pair.First.Vanaf >= pair.Second.Vanaf))
            return VragenlijstRefusal.BandsOutOfOrder;
        if (banden.DistinctBy(band => band.Code).Count() != banden.Count)
            return VragenlijstRefusal.BandTwice;
        return banden[0].Vanaf > LowestScore(vragenlijst) ? VragenlijstRefusal.ScoreWithoutBand : null;
    }

    // A reversed question has the same lowest value as any other.
    private static decimal LowestScore(Vragenlijst vragenlijst) => vragenlijst.Factor * (vragenlijst.Wijze switch
    {
        Scoringswijze.Som => vragenlijst.Vragen.Sum(vraag => vraag.Laagste),
        Scoringswijze.Gemiddelde => (decimal)vragenlijst.Vragen.Average(vraag => vraag.Laagste),
        _ => vragenlijst.Vragen.Min(vraag => vraag.Laagste),
    });
}

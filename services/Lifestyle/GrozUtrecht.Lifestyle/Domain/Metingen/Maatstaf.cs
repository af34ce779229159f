namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>
/// How a questionnaire that others published is scored. Its texts are the programme's to load, from those who hold them; a text that
/// comes with another scoring is refused, since its scores could be compared with nothing.
/// </summary>
internal sealed record Maatstaf(
    string Code, int VragenAantal, int Laagste, int Hoogste, IReadOnlyList<int> Omgekeerd, Scoringswijze Wijze, decimal Factor, IReadOnlyList<Band> Banden)
{
    /// <summary>WHO-5 well-being index, WHO 1998: five items of 0 to 5, the sum times four. Up to 50 is a reason to look further, up to 28 a strong one.</summary>
    public static readonly Maatstaf Who5 = new(
        "who-5", 5, 0, 5, [], Scoringswijze.Som, 4, [new(0, "zeer-laag"), new(29, "laag"), new(51, "voldoende")]);

    /// <summary>Brief Resilience Scale, Smith and others 2008: six items of 1 to 5 of which 2, 4 and 6 are reversed, the mean.</summary>
    public static readonly Maatstaf Veerkracht = new(
        "veerkracht", 6, 1, 5, [2, 4, 6], Scoringswijze.Gemiddelde, 1, [new(1, "laag"), new(3, "gemiddeld"), new(4.31m, "hoog")]);

    private static readonly Maatstaf[] All = [Who5, Veerkracht];

    public static Maatstaf? Find(string code) => Array.Find(All, maatstaf => maatstaf.Code == code);

    /// <summary>The questionnaire without texts: its questions are numbered.</summary>
    public Vragenlijst ToVragenlijst() => new(
        Wijze, Factor, [.. Enumerable.Range(1, VragenAantal).Select(number => new Vraag($"{number}", Laagste, Hoogste, Omgekeerd.Contains(number)))], Banden);

    public bool IsMetBy(Vragenlijst vragenlijst) =>
        vragenlijst.Wijze == Wijze
        && vragenlijst.Factor == Factor
        && vragenlijst.Vragen.SequenceEqual(ToVragenlijst().Vragen)
        && vragenlijst.Banden.SequenceEqual(Banden);
}

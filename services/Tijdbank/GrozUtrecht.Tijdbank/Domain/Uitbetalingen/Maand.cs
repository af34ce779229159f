namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>A month of the Dutch calendar. Number 0 stands for the whole year.</summary>
internal sealed record Maand(int Jaar, int Nummer)
{
    /// <summary>By year, and within it the year's total first.</summary>
    public static readonly Comparer<Maand> InOrder = Comparer<Maand>.Create((a, b) => (a.Jaar, a.Nummer).CompareTo((b.Jaar, b.Nummer)));

    private static readonly string[] Names =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    public static Maand Of(DateOnly dag) => new(dag.Year, dag.Month);

    public override string ToString() => Nummer == 0 ? $"{Jaar}" : $"{Names[Nummer - 1]} {Jaar}";
}

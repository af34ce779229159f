namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

internal static class Leeftijd
{
    /// <summary>Whole years on that day. Who was born on 29 February is a year older on 1 March when the year has no such day.</summary>
    public static int On(DateOnly geboren, DateOnly dag)
    {
        var years = dag.Year - geboren.Year;
        return (dag.Month, dag.Day).CompareTo((geboren.Month, geboren.Day)) < 0 ? years - 1 : years;
    }
}

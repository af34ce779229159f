using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain.Agenda;

namespace GrozUtrecht.Lifestyle.Tests.Agenda;

/// <summary>Rules of all kinds, and how RFC 5545 writes them.</summary>
internal static class Regels
{
    private static readonly string[] Weekdagen = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static Arbitrary<(Herhaling Herhaling, DateOnly Start)> Any() =>
        (from herhaling in Gen.OneOf(Daily(), Weekly(), ByDay(), ByWeek())
         from days in Gen.Choose(0, 1_500)
         select (herhaling, new DateOnly(2026, 1, 1).AddDays(days))).ToArbitrary();

    public static string RRule(Herhaling herhaling)
    {
        var days = string.Join(',', herhaling.Weekdagen.Select(dag => Weekdagen[(int)dag]));
        var step = herhaling.Elke.ToString(CultureInfo.InvariantCulture);
        return herhaling switch
        {
            { Frequentie: Frequentie.Dagelijks } => $"FREQ=DAILY;INTERVAL={step}",
            { Frequentie: Frequentie.Wekelijks } => $"FREQ=WEEKLY;INTERVAL={step};BYDAY={days};WKST=MO",
            { WeekVanMaand: { } week } => $"FREQ=MONTHLY;INTERVAL={step};BYDAY={(week == Maandweek.Laatste ? -1 : (int)week + 1)}{days}",
            _ => $"FREQ=MONTHLY;INTERVAL={step};BYMONTHDAY={herhaling.DagVanMaand}",
        };
    }

    private static Gen<Herhaling> Daily() => Gen.Choose(1, 20).Select(step => new Herhaling(Frequentie.Dagelijks, step, []));

    private static Gen<Herhaling> Weekly() =>
        from step in Gen.Choose(1, 6)
        from days in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<Weekdag>()))
        select new Herhaling(Frequentie.Wekelijks, step, [.. days.Distinct()]);

    private static Gen<Herhaling> ByDay() =>
        from step in Gen.Choose(1, 6)
        from day in Gen.OneOf(Gen.Choose(1, 31), Gen.Constant(Herhaling.LaatsteDag))
        select new Herhaling(Frequentie.Maandelijks, step, [], day);

    private static Gen<Herhaling> ByWeek() =>
        from step in Gen.Choose(1, 6)
        from weekdag in Gen.Elements(Enum.GetValues<Weekdag>())
        from week in Gen.Elements(Enum.GetValues<Maandweek>())
        select new Herhaling(Frequentie.Maandelijks, step, [weekdag], WeekVanMaand: week);
}

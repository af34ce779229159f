using GrozUtrecht.Gebieden;

namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>What is wrong with a plan.</summary>
internal enum Planfout
{
    PeriodInvalid,
    GroupUnfit,
    PriceUnfit,
    KoppelingTwice,
    EndsBeforeItBegins,
    TooLong,
    OutsidePeriod,
    CapacityUnfit,
    SleutelTwice,
    LeverancierTwice,
    WithoutSession,
    InThePast,
    BegunChanged,
}

/// <summary>What is wrong with a plan, and in which module.</summary>
internal sealed record Planbezwaar(Planfout Fout, int? Module = null);

/// <summary>What a plan must be like before anybody is asked to agree to it.</summary>
internal static class Programmaplan
{
    public const int MaximumDays = 1100;

    public const int MaximumModules = 20;

    public const int MaximumSessies = 30;

    public static readonly TimeSpan LongestSessie = TimeSpan.FromHours(12);

    public static bool IsPeriod(DateOnly begin, DateOnly end) => begin <= end && end.DayNumber - begin.DayNumber <= MaximumDays;

    /// <summary>What is wrong with it whatever else there is; null when it may be kept as a concept.</summary>
    public static Planbezwaar? Judge(Versieinhoud inhoud)
    {
        if (!IsPeriod(inhoud.BeginDatum, inhoud.EindDatum))
            return new(Planfout.PeriodInvalid);
        if (inhoud.Modules.GroupBy(module => module.KoppelingId).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new(Planfout.KoppelingTwice, twice.Last().Nummer);
        return inhoud.Modules.Select(module => JudgeModule(inhoud, module)).FirstOrDefault(bezwaar => bezwaar is not null)
            ?? (inhoud.Sessies.DistinctBy(sessie => sessie.Sleutel).Count() == inhoud.Sessies.Count() ? null : new Planbezwaar(Planfout.SleutelTwice))
            ?? JudgeLeveranciers(inhoud);
    }

    /// <summary>What keeps it from being proposed or agreed at this moment, beside the version that holds and runs; null when nothing does.</summary>
    public static Planbezwaar? JudgeProposal(Versieinhoud inhoud, Versieinhoud? geldend, bool isRunning, DateTimeOffset now)
    {
        if (inhoud.Modules.FirstOrDefault(module => module.Sessies.Count == 0) is { } empty)
            return new(Planfout.WithoutSession, empty.Nummer);
        var begun = geldend?.Sessies.Where(sessie => sessie.BegintOp <= now).ToDictionary(sessie => sessie.Sleutel) ?? [];
        var late = inhoud.Modules.FirstOrDefault(module => module.Sessies.Any(sessie => sessie.BegintOp <= now && !IsAsBegun(sessie)));
        if (late is not null)
            return new(Planfout.InThePast, late.Nummer);

        // People were there: what began stays in the books as it was.
        var kept = inhoud.Sessies.Where(IsAsBegun).Select(sessie => sessie.Sleutel).ToHashSet();
        return isRunning && !begun.Keys.All(kept.Contains) ? new(Planfout.BegunChanged) : null;

        bool IsAsBegun(Versiesessie sessie) =>
            begun.TryGetValue(sessie.Sleutel, out var was) && was.BegintOp == sessie.BegintOp && was.EindigtOp == sessie.EindigtOp;
    }

    private static Planbezwaar? JudgeModule(Versieinhoud inhoud, Versiemodule module)
    {
        if (module.GroepMinimum > module.GroepMaximum)
            return new(Planfout.GroupUnfit, module.Nummer);
        if (module.PrijsCenten is null == module.InNatura is null)
            return new(Planfout.PriceUnfit, module.Nummer);
        return module.Sessies
            .Select(sessie => JudgeSessie(inhoud, module, sessie))
            .FirstOrDefault(fout => fout is not null) is { } found ? new(found, module.Nummer) : null;
    }

    private static Planfout? JudgeSessie(Versieinhoud inhoud, Versiemodule module, Versiesessie sessie) =>
        sessie.EindigtOp <= sessie.BegintOp ? Planfout.EndsBeforeItBegins
        : sessie.EindigtOp - sessie.BegintOp > LongestSessie ? Planfout.TooLong
        : NederlandseTijd.DayOf(sessie.BegintOp) < inhoud.BeginDatum || NederlandseTijd.DayOf(sessie.EindigtOp) > inhoud.EindDatum ? Planfout.OutsidePeriod
        : sessie.Capaciteit < module.GroepMinimum || sessie.Capaciteit > module.GroepMaximum ? Planfout.CapacityUnfit
        : null;

    private static Planbezwaar? JudgeLeveranciers(Versieinhoud inhoud)
    {
        foreach (var own in inhoud.Modules.SelectMany(module => module.Sessies, (module, sessie) => (module, sessie)).GroupBy(one => one.module.LeverancierId))
        {
            var inOrder = own.OrderBy(one => one.sessie.BegintOp).ToList();
            var clash = inOrder.Zip(inOrder.Skip(1)).FirstOrDefault(pair => pair.Second.sessie.BegintOp < pair.First.sessie.EindigtOp);
            if (clash.Second.module is { } module)
                return new(Planfout.LeverancierTwice, module.Nummer);
        }

        return null;
    }
}

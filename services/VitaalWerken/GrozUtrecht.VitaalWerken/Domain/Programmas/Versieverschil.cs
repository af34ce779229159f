namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>What is different between two versions.</summary>
public enum Wijzigingsoort
{
    Periode,
    ModuleErbij,
    ModuleEruit,
    Titel,
    Prijs,
    Groepsgrootte,
    Vrijstelling,
    SessieErbij,
    SessieEruit,
    SessieAndereModule,
    SessieTijd,
    SessieLocatie,
    SessieCapaciteit,
    Kosten,
}

/// <summary>One difference, with what it was and what it becomes.</summary>
/// <param name="Soort">What is different.</param>
/// <param name="Was">The version before, or nothing when there was none.</param>
/// <param name="Wordt">The version that is proposed.</param>
internal sealed record Versiewijziging(Wijzigingsoort Soort, Versieinhoud? Was, Versieinhoud Wordt)
{
    public Versiemodule? ModuleWas { get; init; }

    public Versiemodule? ModuleWordt { get; init; }

    public Versiesessie? SessieWas { get; init; }

    public Versiesessie? SessieWordt { get; init; }
}

/// <summary>
/// What somebody who agreed to one version wants to read before agreeing to the next. Modules are the same when they rest on the same coupling,
/// sessions when they have the same key.
/// </summary>
internal static class Versieverschil
{
    public static IReadOnlyList<Versiewijziging> Between(Versieinhoud? was, Versieinhoud wordt)
    {
        var before = was?.Modules ?? [];
        var sessionsBefore = before.SelectMany(module => module.Sessies, (module, sessie) => (module, sessie)).ToDictionary(one => one.sessie.Sleutel);
        List<Versiewijziging> found = [];
        if (was is not null && (was.BeginDatum, was.EindDatum) != (wordt.BeginDatum, wordt.EindDatum))
            found.Add(new(Wijzigingsoort.Periode, was, wordt));
        foreach (var module in wordt.Modules)
        {
            var same = before.FirstOrDefault(old => old.KoppelingId == module.KoppelingId);
            found.AddRange(OfModule(same, module).Select(soort => new Versiewijziging(soort, was, wordt) { ModuleWas = same, ModuleWordt = module }));
            // The sessions of a new module are told with it, unless they come from another module.
            found.AddRange(module.Sessies.SelectMany(sessie => OfSessie(sessie, module, same is null)));
        }

        var kept = wordt.Sessies.Select(sessie => sessie.Sleutel).ToHashSet();
        var modules = wordt.Modules.Select(module => module.KoppelingId).ToHashSet();
        found.AddRange(before.Where(old => !modules.Contains(old.KoppelingId))
            .Select(old => new Versiewijziging(Wijzigingsoort.ModuleEruit, was, wordt) { ModuleWas = old }));
        found.AddRange(sessionsBefore.Values.Where(old => !kept.Contains(old.sessie.Sleutel) && modules.Contains(old.module.KoppelingId))
            .Select(old => new Versiewijziging(Wijzigingsoort.SessieEruit, was, wordt) { ModuleWas = old.module, SessieWas = old.sessie }));
        if (Cost(before) != Cost(wordt.Modules))
            found.Add(new(Wijzigingsoort.Kosten, was, wordt));
        return found;

        IEnumerable<Versiewijziging> OfSessie(Versiesessie sessie, Versiemodule module, bool isNewModule)
        {
            if (!sessionsBefore.TryGetValue(sessie.Sleutel, out var old))
                return isNewModule ? [] : [new(Wijzigingsoort.SessieErbij, was, wordt) { ModuleWordt = module, SessieWordt = sessie }];
            return Differences(old.sessie, sessie, old.module.KoppelingId != module.KoppelingId).Select(soort => new Versiewijziging(soort, was, wordt)
            {
                ModuleWas = old.module,
                ModuleWordt = module,
                SessieWas = old.sessie,
                SessieWordt = sessie,
            });
        }
    }

    private static long Cost(IEnumerable<Versiemodule> modules) => modules.Sum(module => module.KostenCenten);

    private static IEnumerable<Wijzigingsoort> OfModule(Versiemodule? was, Versiemodule wordt)
    {
        if (was is null)
        {
            yield return Wijzigingsoort.ModuleErbij;
            yield break;
        }

        if (was.Titel != wordt.Titel)
            yield return Wijzigingsoort.Titel;
        if ((was.PrijsCenten, was.InNatura) != (wordt.PrijsCenten, wordt.InNatura))
            yield return Wijzigingsoort.Prijs;
        if ((was.GroepMinimum, was.GroepMaximum) != (wordt.GroepMinimum, wordt.GroepMaximum))
            yield return Wijzigingsoort.Groepsgrootte;
        if (was.Vrijstelling != wordt.Vrijstelling)
            yield return Wijzigingsoort.Vrijstelling;
    }

    private static IEnumerable<Wijzigingsoort> Differences(Versiesessie was, Versiesessie wordt, bool isElsewhere)
    {
        if (isElsewhere)
            yield return Wijzigingsoort.SessieAndereModule;
        if ((was.BegintOp, was.EindigtOp) != (wordt.BegintOp, wordt.EindigtOp))
            yield return Wijzigingsoort.SessieTijd;
        if (was.Locatie != wordt.Locatie)
            yield return Wijzigingsoort.SessieLocatie;
        if (was.Capaciteit != wordt.Capaciteit)
            yield return Wijzigingsoort.SessieCapaciteit;
    }
}

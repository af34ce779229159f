namespace GrozUtrecht.VitaalWerken.Domain.Deelnemers;

/// <summary>How many people were at the same modules, and at no other; no modules is who never came.</summary>
internal sealed record Patroon(IReadOnlySet<int> Modules, bool WasErbij, int Aantal);

/// <summary>
/// Which numbers of people may be told: enrolled, there at least once, and there per module. People are in several modules, so withholding small
/// numbers is not enough: two modules and their total tell who did both. A set is told when five witnesses that share nobody stand behind it: a
/// person in no earlier set, or two people in exactly the same earlier sets of whom the new one holds one. Move an amount between the two of a
/// witness of the set that was told last, and a sum of sets in which it has any weight changes; so every weighted sum of told numbers is about
/// nobody or about at least five people (ADR 27 has the proof, ADR 37 what else is done).
/// </summary>
internal sealed record Bereik(bool ToontIngeschreven, bool ToontDeelgenomen, IReadOnlySet<int> Modules)
{
    public static Bereik Of(IReadOnlyList<Patroon> patronen, IReadOnlyList<int> modules)
    {
        List<Func<Patroon, bool>> told = [];
        var enrolled = TryTell(told, patronen, _ => true);
        var attended = TryTell(told, patronen, patroon => patroon.WasErbij);
        // The largest first: when two nearly coincide, the one that says most is told.
        var shown = modules
            .OrderByDescending(module => patronen.Where(patroon => patroon.Modules.Contains(module)).Sum(patroon => patroon.Aantal))
            .ThenBy(module => module)
            .Where(module => TryTell(told, patronen, patroon => patroon.Modules.Contains(module)))
            .ToHashSet();
        return new(enrolled, attended, shown);
    }

    private static bool TryTell(List<Func<Patroon, bool>> told, IReadOnlyList<Patroon> patronen, Func<Patroon, bool> set)
    {
        if (told.Any(earlier => patronen.All(patroon => earlier(patroon) == set(patroon))))
            return true;
        if (Witnesses(told, patronen, set) < Drempels.Aanwezigheid)
            return false;
        told.Add(set);
        return true;
    }

    private static int Witnesses(List<Func<Patroon, bool>> told, IReadOnlyList<Patroon> patronen, Func<Patroon, bool> set) => patronen
        .GroupBy(patroon => string.Concat(told.Select(earlier => earlier(patroon) ? '1' : '0')))
        .Sum(alike =>
        {
            var inside = alike.Where(set).Sum(patroon => patroon.Aantal);
            return alike.Key.Contains('1', StringComparison.Ordinal) ? Math.Min(inside, alike.Sum(patroon => patroon.Aantal) - inside) : inside;
        });
}

using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

/// <summary>What somebody tries next; what it means depends on where the programme stands by then.</summary>
internal sealed record Poging(int Wie, int Wat, int Waar, int Met);

/// <summary>Random walks of everybody through the life of a programme, of which many steps are possible and many are not.</summary>
internal static class Wandeling
{
    public static Arbitrary<Poging[]> Of(int minimumLength, int maximumLength, int leveranciers)
    {
        var poging =
            from wie in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(1)), (4, Gen.Choose(2, leveranciers + 1)))
            from wat in Gen.Frequency(
                (3, Gen.Constant(0)), (4, Gen.Constant(1)), (5, Gen.Constant(2)), (16, Gen.Constant(3)), (1, Gen.Constant(4)), (1, Gen.Constant(5)),
                (2, Gen.Constant(6)), (1, Gen.Frequency((3, Gen.Constant(9)), (1, Gen.Choose(7, 8)))))
            from waar in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Choose(1, 9)))
            from met in Gen.Choose(0, (1 << leveranciers) - 1)
            select new Poging(wie, wat, waar, met);
        var walk = from length in Gen.Choose(minimumLength, maximumLength) from steps in poging.ArrayOf(length) select steps;
        return Arb.From(walk, run => run.Length <= 1 ? [] : [run[..(run.Length / 2)], run[1..], run[..^1]]);
    }

    /// <summary>One of all steps that bring the programme on, chosen by the attempt; null when there is none.</summary>
    public static (Partij Who, Programmastap Step)? Forward(Poging poging, Programmastand stand, IReadOnlyList<Guid> leveranciers)
    {
        var versie = stand.Versies.Count;
        Programmastap[] steps =
        [
            new Programmastap.Opstellen(), StepOf(poging with { Wat = 1, Waar = 0 }, stand, leveranciers), new Programmastap.Voorstellen(versie),
            new Programmastap.Instemmen(versie), new Programmastap.Starten(),
        ];
        var possible = steps
            .SelectMany(_ => leveranciers.Select(Partij.Leverancier).Append(Partij.Bedrijf).Append(Partij.Coordinator), (step, who) => (who, step))
            .Where(one => Programmaloop.Do(stand, one.who, one.step).Next is not null)
            .ToList();
        return possible.Count == 0 ? null : possible[((poging.Wie * 31) + (poging.Wat * 7) + poging.Met) % possible.Count];
    }

    public static Partij WhoOf(Poging poging, IReadOnlyList<Guid> leveranciers) => poging.Wie switch
    {
        0 => Partij.Bedrijf,
        1 => Partij.Coordinator,
        _ => Partij.Leverancier(leveranciers[poging.Wie - 2]),
    };

    public static Programmastap StepOf(Poging poging, Programmastand stand, IReadOnlyList<Guid> leveranciers)
    {
        // Mostly the last version, sometimes another, or one that is not there.
        var versie = poging.Waar == 0 ? stand.Versies.Count : poging.Waar;
        return poging.Wat switch
        {
            0 => new Programmastap.Opstellen(),
            1 => new Programmastap.Wijzigen(versie, [.. leveranciers.Where((_, index) => (poging.Met & (1 << index)) != 0)]),
            2 => new Programmastap.Voorstellen(versie),
            3 => new Programmastap.Instemmen(versie),
            4 => new Programmastap.Afwijzen(versie),
            5 => new Programmastap.VersieIntrekken(versie),
            6 => new Programmastap.Starten(),
            7 => new Programmastap.Afsluiten(),
            8 => new Programmastap.Intrekken(),
            _ => new Programmastap.Instemmen(versie),
        };
    }
}

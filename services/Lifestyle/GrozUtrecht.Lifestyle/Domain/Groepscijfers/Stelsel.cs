namespace GrozUtrecht.Lifestyle.Domain.Groepscijfers;

/// <summary>People whom nothing tells apart: in the same published sets, and all inside or all outside the set that is judged.</summary>
internal sealed record Soortgenoten(IReadOnlyList<int> Sets, bool Inside)
{
    public int Left { get; set; }
}

/// <summary>
/// Asks whether a set can be computed from the published ones, by elimination over people: one equation for each of them. Looks for
/// weights on the published sets that give the new one, and takes another person in as long as somebody does not fit.
/// </summary>
internal sealed class Stelsel
{
    private readonly int size;

    // Row i is the combination of sets that is 1 for the i-th person taken in and 0 for the others; the last row is the new set minus
    // what the published ones explain of it.
    private readonly ulong[][] combinations;
    private readonly Soortgenoten?[] takenIn;

    private Stelsel(int size)
    {
        this.size = size;
        takenIn = new Soortgenoten?[size];
        combinations = new ulong[size + 1][];
        for (var row = 0; row <= size; row++)
        {
            combinations[row] = new ulong[size + 1];
            combinations[row][row] = 1;
        }
    }

    /// <summary>
    /// A witness: people of whom amounts can be moved among each other so that no published set changes and the new one does. Null when
    /// there is none, and then the new set is a combination of the published ones.
    /// </summary>
    /// <param name="sets">How many published sets there are.</param>
    /// <param name="people">Everybody; who has nobody left does not take part.</param>
    public static IReadOnlyList<Soortgenoten>? FindWitness(int sets, IReadOnlyList<Soortgenoten> people)
    {
        var system = new Stelsel(sets);
        while (people.FirstOrDefault(some => some.Left > 0 && system.Unexplained(some) != 0) is { } misfit)
        {
            if (system.TakeIn(misfit) is { } witness)
                return witness;
        }

        return null;
    }

    private ulong Unexplained(Soortgenoten some)
    {
        var last = combinations[size];
        var sum = some.Inside ? last[size] : 0;
        foreach (var set in some.Sets)
            sum = Primeveld.Add(sum, last[set]);
        return sum;
    }

    // Whoever depends on those taken in before, and still does not fit, is a witness together with them.
    private List<Soortgenoten>? TakeIn(Soortgenoten misfit)
    {
        var column = new ulong[size + 1];
        for (var row = 0; row < size; row++)
        {
            foreach (var set in misfit.Sets)
                column[row] = Primeveld.Add(column[row], combinations[row][set]);
        }

        column[size] = Unexplained(misfit);
        var pivot = FirstFree(column);
        if (pivot < 0)
            return [misfit, .. takenIn.Where((some, row) => some is not null && column[row] != 0).OfType<Soortgenoten>()];

        takenIn[pivot] = misfit;
        Eliminate(pivot, column);
        return null;
    }

    private int FirstFree(ulong[] column)
    {
        for (var row = 0; row < size; row++)
        {
            if (takenIn[row] is null && column[row] != 0)
                return row;
        }

        return -1;
    }

    private void Eliminate(int pivot, ulong[] column)
    {
        var inverse = Primeveld.Inverse(column[pivot]);
        var unit = combinations[pivot];
        for (var set = 0; set < size; set++)
            unit[set] = Primeveld.Multiply(unit[set], inverse);
        for (var row = 0; row <= size; row++)
        {
            if (row == pivot || column[row] == 0)
                continue;
            var target = combinations[row];
            for (var set = 0; set < size; set++)
            {
                if (unit[set] != 0)
                    target[set] = Primeveld.Subtract(target[set], Primeveld.Multiply(column[row], unit[set]));
            }
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Tests.Overzichten;

/// <summary>Nothing of fewer than five persons is published, nor anything it can be computed from.</summary>
public sealed class AfschermingTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 30).Select(_ => TestId.Guid())];

    // Up to seven cells out of a few persons, so that one person often stands in several.
    private static readonly Gen<List<Rapportgroep>> Tables =
        from cells in Gen.Choose(1, 7)
        from people in Gen.Choose(1, People.Length)
        from members in Gen.ArrayOf(Gen.ListOf(Gen.Choose(0, people - 1)).Resize(12), cells)
        from minutes in Gen.ArrayOf(Gen.Choose(-600, 6000), cells)
        select Enumerable.Range(0, cells).Select(cell => Group($"{cell}", minutes[cell], members[cell].Select(member => People[member]))).ToList();

    [Fact]
    public void No_sum_or_difference_of_what_is_published_is_of_fewer_than_five_persons() =>
        Prop.ForAll(Arb.From(Tables), groups =>
        {
            var table = Afscherming.Protect(groups);
            return Subsets(groups.Count).All(subset => !IsComputable(table, subset) || Persons(groups, subset) is 0 or >= Afscherming.MinimumPersons);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void What_is_published_is_true_and_adds_up() =>
        Prop.ForAll(Arb.From(Tables), groups =>
        {
            var table = Afscherming.Protect(groups);
            return table.Cellen.Zip(groups).All(pair => pair.First.Sleutel == pair.Second.Sleutel
                    && (pair.First.Minuten is not { } minutes || minutes == pair.Second.Minuten)
                    && (pair.First.MinstensPersonen is not { } persons || (persons <= pair.Second.Personen.Count && persons % 5 == 0)))
                && (table.Totaal.Minuten is not { } total || total == groups.Sum(group => group.Minuten));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Theory]
    // Persons per cell, and which cells are shown.
    [InlineData(new[] { 5, 5 }, new[] { true, true })]
    [InlineData(new[] { 4, 9, 7 }, new[] { false, true, false })]
    [InlineData(new[] { 4, 1, 9 }, new[] { false, false, true })]
    [InlineData(new[] { 2, 1, 9, 6 }, new[] { false, false, true, false })]
    [InlineData(new[] { 4, 0, 9 }, new[] { false, true, false })]
    [InlineData(new[] { 4, 0 }, new[] { false, false })]
    [InlineData(new[] { 5, 0 }, new[] { true, true })]
    [InlineData(new[] { 0, 0 }, new[] { true, true })]
    public void A_cell_of_four_hides_and_takes_the_smallest_along(int[] persons, bool[] shown)
    {
        var next = 0;
        var groups = persons.Select((count, cell) => Group($"{cell}", 60, People[next..(next += count)])).ToList();

        Assert.Equal(shown, Afscherming.Protect(groups).Cellen.Select(cell => cell.Minuten is not null));
    }

    [Fact]
    public void Two_small_cells_of_the_same_persons_need_a_third()
    {
        var three = People[..3];
        var table = Afscherming.Protect([Group("a", 10, three), Group("b", 20, three), Group("c", 30, People[..6]), Group("d", 40, People[..9])]);

        Assert.Equal([null, null, null, 40], table.Cellen.Select(cell => cell.Minuten));
    }

    [Fact]
    public void Persons_are_rounded_down_so_that_they_cannot_be_subtracted()
    {
        var table = Afscherming.Protect([Group("a", 10, People[..9]), Group("b", 20, People[9..14])]);

        Assert.Equal((10, 5, 5), (table.Totaal.MinstensPersonen, table.Cellen[0].MinstensPersonen, table.Cellen[1].MinstensPersonen));
    }

    private static Rapportgroep Group(string key, long minutes, IEnumerable<Guid> persons) => new(key, minutes, persons.ToHashSet());

    private static IEnumerable<bool[]> Subsets(int count) =>
        Enumerable.Range(1, (1 << count) - 1).Select(bits => Enumerable.Range(0, count).Select(cell => (bits >> cell & 1) == 1).ToArray());

    private static int Persons(List<Rapportgroep> groups, bool[] subset) =>
        groups.Where((_, cell) => subset[cell]).SelectMany(group => group.Personen).Distinct().Count();

    // Whether the sum over these cells is a combination of what was published: linear algebra that knows nothing of how it was made.
    private static bool IsComputable(Rapporttabel table, bool[] subset)
    {
        var known = table.Cellen.Index().Where(cell => cell.Item.Minuten is not null)
            .Select(cell => Enumerable.Range(0, subset.Length).Select(index => index == cell.Index ? 1.0 : 0).ToArray()).ToList();
        if (table.Totaal.Minuten is not null)
            known.Add([.. subset.Select(_ => 1.0)]);
        return Rank(known) == Rank([.. known, [.. subset.Select(member => member ? 1.0 : 0)]]);
    }

    private static int Rank(IEnumerable<double[]> rows)
    {
        var matrix = rows.Select(row => row.ToArray()).ToList();
        var rank = 0;
        for (var column = 0; column < (matrix.FirstOrDefault()?.Length ?? 0); column++)
        {
            var pivot = matrix.FindIndex(rank, row => Math.Abs(row[column]) > 1e-9);
            if (pivot < 0)
                continue;
            (matrix[rank], matrix[pivot]) = (matrix[pivot], matrix[rank]);
            foreach (var row in matrix.Skip(rank + 1))
            {
                var factor = row[column] / matrix[rank][column];
                for (var index = 0; index < row.Length; index++)
                    row[index] -= factor * matrix[rank][index];
            }

            rank++;
        }

        return rank;
    }
}

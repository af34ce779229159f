using GrozUtrecht.Lifestyle.Domain.Groepscijfers;

namespace GrozUtrecht.Lifestyle.Tests.Groepscijfers;

public sealed class AfschermingTests
{
    [Fact]
    public void Two_ways_to_divide_the_same_people_are_judged_by_how_they_cross()
    {
        // Rows of 20 and 20; columns that take ten of each, or eighteen and two.
        Assert.Equal([Oordeel.Toonbaar, Oordeel.Afleidbaar, Oordeel.Toonbaar, Oordeel.Afleidbaar], Judge([.. Range(0, 10), .. Range(20, 10)]));
        Assert.Equal([Oordeel.Toonbaar, Oordeel.Afleidbaar, Oordeel.TeKlein, Oordeel.TeKlein], Judge([.. Range(0, 18), .. Range(20, 2)]));

        static Oordeel[] Judge(int[] column)
        {
            var guard = new Afscherming(40);
            guard.Remember(Range(0, 40), isComplete: true);
            return [.. new[] { Range(0, 20), Range(20, 20), column, [.. Range(0, 40).Except(column)] }.Select(guard.Judge)];
        }
    }

    [Fact]
    public void People_who_share_no_pattern_are_witnesses_in_a_chain()
    {
        // Every person is in one row and one column of a table, so no two are alike; a diagonal band goes round it in circles.
        const int Side = 12;
        var guard = new Afscherming(Side * Side);
        for (var line = 0; line < Side; line++)
        {
            Assert.NotEqual(Oordeel.Afleidbaar, guard.Judge(Range(line * Side, Side)));
            guard.Remember(Range(line * Side, Side), isComplete: true);
            guard.Remember([.. Range(0, Side).Select(row => (row * Side) + line)], isComplete: true);
        }

        Assert.Equal(Oordeel.Toonbaar, guard.Judge([.. Range(0, Side * Side).Where(person => ((person / Side) + (person % Side)) % 3 == 0)]));
    }

    [Fact]
    public void What_follows_from_the_rest_is_not_called_so_once_somebody_of_it_is_forgotten()
    {
        Assert.Equal(Oordeel.Afleidbaar, Rest(isComplete: true));
        Assert.Equal(Oordeel.TeKlein, Rest(isComplete: false));

        static Oordeel Rest(bool isComplete)
        {
            var guard = new Afscherming(50);
            guard.Remember(Range(0, 50), isComplete);
            guard.Remember(Range(0, 30), isComplete: true);
            return guard.Judge(Range(30, 20));
        }
    }

    [Fact]
    public void A_figure_that_was_refused_is_not_remembered()
    {
        var guard = new Afscherming(60);
        Assert.Equal(Oordeel.Toonbaar, guard.Judge(Range(0, 30)));
        Assert.Equal(Oordeel.TeKlein, guard.Judge(Range(0, 33)));

        Assert.Equal(Oordeel.Toonbaar, guard.Judge(Range(0, 48)));
    }

    [Fact]
    public void Too_many_sets_to_eliminate_withholds_and_never_shows()
    {
        var guard = new Afscherming(4_000);
        for (var set = 0; set <= Afscherming.MaximumSets; set++)
            guard.Remember(Range(set * 15, 15), isComplete: true);

        Assert.Equal(Oordeel.TeKlein, guard.Judge(Range(0, 29)));
        Assert.Equal(Oordeel.Toonbaar, guard.Judge(Range(3_900, 15)));
    }

    private static int[] Range(int from, int count) => [.. Enumerable.Range(from, count)];
}

using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using static GrozUtrecht.Lifestyle.Domain.Groepscijfers.Groepssoort;

namespace GrozUtrecht.Lifestyle.Tests.Groepscijfers;

/// <summary>What the curious employer tries, one story at a time.</summary>
public sealed class NieuwsgierigeWerkgeverTests
{
    private static readonly Guid Wandelen = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Koken = new("00000000-0000-0000-0000-000000000002");

    private readonly Wereld wereld = new();

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void A_group_is_shown_from_fifteen_people(int people, bool isShown)
    {
        wereld.JoinMany(people, "overvecht", "bewoner");

        Assert.Equal(isShown, Wereld.Stand(wereld.Publish(), Gebied, "overvecht") is not null);
    }

    [Fact]
    public void Of_forty_employees_one_leaves_and_the_figure_stays_what_it_was()
    {
        var employees = wereld.JoinMany(40, "papendorp", "werknemer");
        Assert.NotNull(Wereld.Stand(wereld.Publish(), Doelgroep, "werknemer"));

        wereld.Forget(employees[0]);
        Assert.Null(Wereld.Stand(wereld.Publish(), Doelgroep, "werknemer"));

        wereld.JoinMany(14, "papendorp", "werknemer");
        Assert.Null(Wereld.Stand(wereld.Publish(), Doelgroep, "werknemer"));

        wereld.JoinMany(1, "papendorp", "werknemer");
        Assert.Equal(50, Wereld.Stand(wereld.Publish(), Doelgroep, "werknemer")!.Aantal);
        Assert.True(new Aanvaller(wereld.Published).FewestByPairs() >= 15);
    }

    [Fact]
    public void Nobody_moved_and_the_next_quarter_says_the_same_again()
    {
        wereld.JoinMany(40, "papendorp", "werknemer");

        Assert.Equal(wereld.Publish().Select(Told), wereld.Publish().Select(Told));

        static object Told(Groepscijfer cijfer) => (cijfer.Groep, cijfer.Maanden, cijfer.Deel, cijfer.Aantal, cijfer.Gemiddelde, cijfer.Spreiding);
    }

    [Fact]
    public void A_small_area_takes_another_one_with_it_because_both_follow_from_the_total()
    {
        wereld.JoinMany(60, "kanaleneiland", "bewoner");
        wereld.JoinMany(30, "overvecht", "bewoner");
        wereld.JoinMany(4, "papendorp", "bewoner");

        var shown = wereld.Publish();

        Assert.NotNull(Wereld.Stand(shown, Programma, ""));
        Assert.NotNull(Wereld.Stand(shown, Gebied, "kanaleneiland"));
        Assert.Null(Wereld.Stand(shown, Gebied, "overvecht"));
        Assert.Null(Wereld.Stand(shown, Gebied, "papendorp"));
    }

    [Fact]
    public void Two_activities_that_nearly_the_same_people_chose_are_not_both_shown()
    {
        wereld.JoinMany(30, "overvecht", "bewoner", Wandelen, Koken);
        wereld.JoinMany(3, "overvecht", "bewoner", Wandelen);
        wereld.JoinMany(40, "overvecht", "bewoner");

        var shown = wereld.Publish();

        Assert.NotNull(Wereld.Stand(shown, Activiteit, Wandelen.ToString()));
        Assert.Null(Wereld.Stand(shown, Activiteit, Koken.ToString()));
    }

    [Fact]
    public void Two_activities_that_share_a_few_people_are_both_shown_because_the_few_cannot_be_computed()
    {
        wereld.JoinMany(30, "overvecht", "bewoner", Wandelen);
        wereld.JoinMany(3, "overvecht", "bewoner", Wandelen, Koken);
        wereld.JoinMany(30, "overvecht", "bewoner", Koken);
        wereld.JoinMany(30, "overvecht", "bewoner");

        var shown = wereld.Publish();

        Assert.NotNull(Wereld.Stand(shown, Activiteit, Wandelen.ToString()));
        Assert.NotNull(Wereld.Stand(shown, Activiteit, Koken.ToString()));
        Assert.True(new Aanvaller(wereld.Published).FewestByFours(10) >= 15);
    }

    [Fact]
    public void When_everybody_chose_one_of_the_two_the_few_who_chose_both_are_kept_apart()
    {
        // Wandelen plus koken minus everybody would be the three who chose both.
        wereld.JoinMany(30, "overvecht", "bewoner", Wandelen);
        wereld.JoinMany(3, "overvecht", "bewoner", Wandelen, Koken);
        wereld.JoinMany(30, "overvecht", "bewoner", Koken);

        var shown = wereld.Publish();

        Assert.Single(shown, cijfer => cijfer.Groep.Soort == Activiteit);
    }

    [Fact]
    public void A_dimension_that_one_person_answered_is_not_shown_and_gives_nobody_away()
    {
        var people = wereld.JoinMany(20, "overvecht", "bewoner");
        var zingeving = Wereld.Meedoen with { Dimensie = "zingeving" };
        wereld.Leden[people[0]] = wereld.Leden[people[0]] with { Scores = [.. wereld.Leden[people[0]].Scores, new(zingeving, 0, 3)] };

        var shown = wereld.Publish();

        Assert.NotEmpty(shown);
        Assert.All(shown, cijfer => Assert.Equal(Wereld.Meedoen, cijfer.Maat));
    }

    [Fact]
    public void The_change_is_withheld_when_it_would_tell_how_the_few_who_dropped_out_began()
    {
        var people = wereld.JoinMany(60, "overvecht", "bewoner");
        foreach (var (person, index) in people.Skip(5).Select((person, index) => (person, index)))
            wereld.Measure(person, 5 + (index % 4));

        var shown = wereld.Publish();

        Assert.NotNull(Wereld.Stand(shown, Programma, "", maanden: 3));
        Assert.DoesNotContain(shown, cijfer => cijfer.Deel == Groepsdeel.Verandering);
        Assert.True(new Aanvaller(wereld.Published).FewestByPairs() >= 15);
    }

    [Fact]
    public void The_change_is_shown_when_enough_people_are_still_to_measure_or_none()
    {
        var first = wereld.JoinMany(40, "overvecht", "bewoner");
        wereld.JoinMany(20, "overvecht", "bewoner");
        foreach (var (person, index) in first.Select((person, index) => (person, index)))
            wereld.Measure(person, 6 + (index % 3));

        var change = Assert.Single(wereld.Publish(), cijfer => cijfer.Deel == Groepsdeel.Verandering && cijfer.Groep.Soort == Programma);

        Assert.Equal((40, 3), (change.Aantal, change.Maanden));
        Assert.Equal(decimal.Round(first.Average(person => wereld.Leden[person].Scores[1].Score - wereld.Leden[person].Scores[0].Score), 1), change.Gemiddelde);
        Assert.Null(change.Spreiding);
    }

    [Fact]
    public void Who_did_not_measure_at_the_start_is_in_no_later_figure()
    {
        foreach (var (person, index) in wereld.JoinMany(40, "overvecht", "bewoner").Select((person, index) => (person, index)))
            wereld.Measure(person, 6 + (index % 3));
        foreach (var person in wereld.JoinMany(5, "overvecht", "bewoner"))
            wereld.Leden[person] = wereld.Leden[person] with { Scores = [new(Wereld.Meedoen, 3, 9)] };

        var shown = wereld.Publish();

        Assert.All(shown, cijfer => Assert.Equal(40, cijfer.Aantal));
        Assert.True(new Aanvaller(wereld.Published).FewestByPairs() >= 15);
    }

    [Fact]
    public void When_all_give_the_same_mark_the_mean_would_be_everybodys_and_is_not_shown()
    {
        for (var count = 0; count < 30; count++)
            wereld.Join("overvecht", "bewoner", [], 2);

        Assert.Empty(wereld.Publish());
    }
}

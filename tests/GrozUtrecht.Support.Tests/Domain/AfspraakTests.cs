using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Tests.Domain;

public sealed class AfspraakTests
{
    private static readonly Bevestiging No = new(Doorgegaan: false, 0);

    [Fact]
    public void One_word_is_not_enough() =>
        Assert.Equal(AfspraakStatus.Gepland, Afspraak.Planned.Confirm(Rol.Helper, Yes(60))!.Status);

    [Fact]
    public void Two_sides_that_agree_end_it() =>
        Assert.Equal(AfspraakStatus.Uitgevoerd, Say((Rol.Helper, Yes(60)), (Rol.Hulpvrager, Yes(60))).Status);

    [Fact]
    public void Two_sides_that_differ_are_asked_to_agree() =>
        Assert.Equal(AfspraakStatus.MinutenVerschillen, Say((Rol.Helper, Yes(90)), (Rol.Hulpvrager, Yes(60))).Status);

    [Fact]
    public void The_last_word_of_a_side_counts() =>
        Assert.Equal(AfspraakStatus.Uitgevoerd, Say((Rol.Helper, Yes(90)), (Rol.Hulpvrager, Yes(60)), (Rol.Helper, Yes(60))).Status);

    [Fact]
    public void One_no_ends_it() =>
        Assert.Equal(AfspraakStatus.NietDoorgegaan, Say((Rol.Helper, Yes(60)), (Rol.Hulpvrager, No)).Status);

    [Fact]
    public void Whoever_says_first_makes_no_difference_to_what_two_words_give() => Prop.ForAll(
        Words(), Words(), (helper, hulpvrager) =>
            Say((Rol.Helper, helper), (Rol.Hulpvrager, hulpvrager)).Status == Say((Rol.Hulpvrager, hulpvrager), (Rol.Helper, helper)).Status)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void It_ends_at_most_once_and_stays_as_it_ended() => Prop.ForAll(Conversations(), said =>
    {
        var states = States(said);
        var ended = states.SkipWhile(state => !state.HasEnded).ToList();
        return ended.Distinct().Count() <= 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_done_exactly_when_both_last_words_agree_on_minutes() => Prop.ForAll(Conversations(), said =>
        States(said).All(state => state.Status == AfspraakStatus.Uitgevoerd
            == (state.Helper is { Doorgegaan: true } helper && state.Hulpvrager == helper))).QuickCheckThrowOnFailure();

    [Fact]
    public void After_a_no_it_is_never_done() => Prop.ForAll(Conversations(), said =>
        States(said).All(state => (state.Status == AfspraakStatus.NietDoorgegaan)
            == (state.Helper is { Doorgegaan: false } || state.Hulpvrager is { Doorgegaan: false }))).QuickCheckThrowOnFailure();

    [Fact]
    public void Repeating_the_word_that_counts_changes_nothing() => Prop.ForAll(Conversations(), said =>
        States(said).All(state => (state.Helper is not { } helper || state.Confirm(Rol.Helper, helper) == state)
            && (state.Hulpvrager is not { } hulpvrager || state.Confirm(Rol.Hulpvrager, hulpvrager) == state))).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_word_after_the_end_is_refused()
    {
        var done = Say((Rol.Helper, Yes(60)), (Rol.Hulpvrager, Yes(60)));

        Assert.Null(done.Confirm(Rol.Helper, Yes(61)));
        Assert.Null(done.Confirm(Rol.Hulpvrager, No));
    }

    private static Bevestiging Yes(int minutes) => new(Doorgegaan: true, minutes);

    private static Afspraak Say(params (Rol Rol, Bevestiging Said)[] words) => States(words)[^1];

    private static List<Afspraak> States(IEnumerable<(Rol Rol, Bevestiging Said)> words)
    {
        List<Afspraak> states = [Afspraak.Planned];
        foreach (var (rol, said) in words)
        {
            states.Add(states[^1].Confirm(rol, said) ?? states[^1]);
        }

        return states;
    }

    // Few different minutes, so that agreement and difference both come up often.
    private static Gen<Bevestiging> Word() =>
        Gen.Frequency((5, from minutes in Gen.Choose(1, 3) select Yes(minutes)), (1, Gen.Constant(No)));

    private static Arbitrary<Bevestiging> Words() => Arb.From(Word());

    private static Arbitrary<(Rol Rol, Bevestiging Said)[]> Conversations() => Arb.From(
        (from rol in Gen.Elements(Rol.Helper, Rol.Hulpvrager) from said in Word() select (rol, said)).ArrayOf());
}

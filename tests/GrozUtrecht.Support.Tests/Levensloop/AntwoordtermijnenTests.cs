using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Tests.Levensloop;

public sealed class AntwoordtermijnenTests
{
    private static readonly Antwoordtermijnen Termijnen =
        new(TimeSpan.FromHours(2), TimeSpan.FromHours(24), TimeSpan.FromHours(72), TimeSpan.FromMinutes(15));

    private static readonly DateTimeOffset Now = new(2026, 12, 31, 22, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Hoog", 240, 2)]
    [InlineData("Normaal", 240, 24)]
    [InlineData("Laag", 240, 72)]
    [InlineData("Laag", 48, 24)]
    [InlineData("Laag", -1, 72)]
    public void Who_is_asked_has_the_term_of_the_urgency_but_at_most_half_of_the_time_that_is_left(string urgentie, int hoursLeft, int expectedHours) =>
        Assert.Equal(Now.AddHours(expectedHours), Termijnen.AnswerBy(Enum.Parse<Urgentie>(urgentie), Now.AddHours(hoursLeft), Now));

    [Theory]
    [InlineData(20, 15)]
    [InlineData(10, 10)]
    public void Nobody_has_less_than_the_minimum_unless_it_begins_sooner(int minutesLeft, int expectedMinutes) =>
        Assert.Equal(Now.AddMinutes(expectedMinutes), Termijnen.AnswerBy(Urgentie.Hoog, Now.AddMinutes(minutesLeft), Now));

    [Fact]
    public void An_answer_is_never_due_before_now_nor_after_the_beginning() => Prop.ForAll(
        ArbMap.Default.ArbFor<(Urgentie Urgentie, ushort MinutesLeft)>(),
        it =>
        {
            var begintOp = Now.AddMinutes(it.MinutesLeft + 1);
            var due = Termijnen.AnswerBy(it.Urgentie, begintOp, Now);
            return due > Now && due <= begintOp;
        }).QuickCheckThrowOnFailure();
}

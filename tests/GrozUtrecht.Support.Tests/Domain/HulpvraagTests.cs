using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Tests.Domain;

public sealed class HulpvraagTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-8, false)]
    [InlineData(-7, true)]
    [InlineData(0, true)]
    [InlineData(366, true)]
    [InlineData(367, false)]
    public void A_hulpvraag_begins_neither_long_ago_nor_far_ahead(int days, bool expected) =>
        Assert.Equal(expected, Hulpvraag.CanBegin(Now.AddDays(days), Now));

    [Theory]
    [InlineData("Open", -1, true)]
    [InlineData("Open", 1, true)]
    [InlineData("Gepland", 1, true)]
    [InlineData("Gepland", -1, false)]
    [InlineData("Vervuld", 1, false)]
    [InlineData("NietVervuld", 1, false)]
    [InlineData("Ingetrokken", 1, false)]
    public void What_has_begun_or_ended_is_not_withdrawn(string status, int hours, bool expected) =>
        Assert.Equal(expected, Hulpvraag.CanWithdraw(Enum.Parse<HulpvraagStatus>(status), Now.AddHours(hours), Now));

    [Theory]
    [InlineData(1, 1, 1, "Open")]
    [InlineData(0, 1, 1, "Gepland")]
    [InlineData(0, 0, 1, "Vervuld")]
    [InlineData(0, 0, 0, "NietVervuld")]
    public void A_hulpvraag_stands_where_its_beurten_stand(int open, int planned, int executed, string expected) =>
        Assert.Equal(Enum.Parse<HulpvraagStatus>(expected), Hulpvraag.StatusOf(new(open, planned, executed)));

    [Fact]
    public void The_more_pressing_the_sooner_the_buurtassistent_takes_over_and_never_after_the_beginning()
    {
        var far = Now.AddDays(30);
        Assert.Equal(Now.AddHours(4), Hulpvraag.DeadlineOf(Urgentie.Hoog, far, Now));
        Assert.Equal(Now.AddDays(2), Hulpvraag.DeadlineOf(Urgentie.Normaal, far, Now));
        Assert.Equal(Now.AddDays(7), Hulpvraag.DeadlineOf(Urgentie.Laag, far, Now));
        Assert.Equal(Now.AddHours(1), Hulpvraag.DeadlineOf(Urgentie.Hoog, Now.AddHours(1), Now));
        Assert.Null(Hulpvraag.DeadlineOf(Urgentie.Hoog, Now, Now));
    }
}

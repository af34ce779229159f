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

    [Fact]
    public void A_cancelled_appointment_leaves_the_hulpvraag_open_only_while_there_is_time()
    {
        Assert.Equal(HulpvraagStatus.Open, Hulpvraag.AfterNoShow(Now.AddMinutes(1), Now));
        Assert.Equal(HulpvraagStatus.NietVervuld, Hulpvraag.AfterNoShow(Now, Now));
    }
}

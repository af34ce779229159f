using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Tijdbank.Domain.Bijdragen;

namespace GrozUtrecht.Tijdbank.Tests.Bijdragen;

public sealed class BijdrageloopTests
{
    private static readonly (long Version, bool IsDispute)[] Said = [(2, false), (5, false), (6, true)];

    [Fact]
    public void However_often_and_in_whatever_order_it_is_told_a_disputed_contribution_ends_with_nothing_booked() =>
        Prop.ForAll(Orders, order =>
        {
            var (status, known, booked) = (BijdrageStatus.Nieuw, 0L, 0);
            foreach (var (version, isDispute) in order.Concat(Said.Skip(2)))
                (status, known, booked) = Handle(status, known, booked, version, isDispute, isFull: version == 2);

            Assert.Equal(0, booked);
            Assert.Contains(status, new[] { BijdrageStatus.Teruggeboekt, BijdrageStatus.NietGeboekt });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void However_often_it_is_told_a_contribution_is_booked_once() =>
        Prop.ForAll(Orders, order =>
        {
            var (status, known, booked) = (BijdrageStatus.Nieuw, 0L, 0);
            foreach (var (version, _) in order.Where(said => !said.IsDispute).Append(Said[1]))
                (status, known, booked) = Handle(status, known, booked, version, isDispute: false, isFull: version == 2);

            Assert.Equal((BijdrageStatus.Geboekt, 1), (status, booked));
        }).QuickCheckThrowOnFailure();

    // The first delivery is refused, because the fund is full.
    private static (BijdrageStatus, long, int) Handle(BijdrageStatus status, long known, int booked, long version, bool isDispute, bool isFull)
    {
        var action = isDispute ? Bijdrageloop.OnDisputed(status, known, version) : Bijdrageloop.OnDelivered(status, known, version);
        Assert.NotEqual(Bijdrageactie.Clash, action);
        return action switch
        {
            Bijdrageactie.Book when isFull => (BijdrageStatus.Geweigerd, version, booked),
            Bijdrageactie.Book => (BijdrageStatus.Geboekt, version, booked + 1),
            Bijdrageactie.TakeBack => (BijdrageStatus.Teruggeboekt, version, booked - 1),
            Bijdrageactie.Refrain => (BijdrageStatus.NietGeboekt, version, booked),
            _ => (status, known, booked),
        };
    }

    private static Arbitrary<(long Version, bool IsDispute)[]> Orders => Gen.Elements(Said).ArrayOf().ToArbitrary();
}

using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Support.Tests.Optimum;

/// <summary>Small random instances in which everything that can meet does meet.</summary>
internal static class Gevallen
{
    public static Arbitrary<Geval> Any { get; } = Arb.From(Generator(maximumItems: 11, timed: true));

    public static Arbitrary<Geval> WithoutTimes { get; } = Arb.From(Generator(maximumItems: 11, timed: false));

    public static Arbitrary<Geval> Larger { get; } = Arb.From(Generator(maximumItems: 60, timed: true));

    /// <summary>Few helpers, and hardly two appointments that do not touch: full of halves and rings.</summary>
    public static Arbitrary<Geval> Scarce { get; } = Arb.From(ScarceGenerator(asks: 8, helpers: 3, maximumItems: 13));

    public static Arbitrary<Geval> ScarceAndLarger { get; } = Arb.From(ScarceGenerator(asks: 40, helpers: 14, maximumItems: 160));

    /// <summary>Ten classes with many places each, and the most points there can be.</summary>
    public static Arbitrary<Geval> ManyClasses { get; } = Arb.From(
        from geval in ScarceGenerator(asks: 10, helpers: 3, maximumItems: 10)
        select new Geval
        {
            Vragen = [.. geval.Vragen.Select((_, index) => new Vraag(10, index))],
            Aanbod = geval.Aanbod,
            Mogelijkheden =
            [
                .. geval.Mogelijkheden,
                .. Enumerable.Range(0, 10).Select(ask => new Mogelijkheid(ask, geval.Aanbod.Length - 1, ask == 0 ? Toewijzing.MaximumPoints : 0, false)),
            ],
        });

    private static Gen<Geval> ScarceGenerator(int asks, int helpers, int maximumItems) =>
        from vragen in ScarceVraag().ArrayOf(asks)
        from aanbod in ScarceAanbod().ArrayOf(helpers)
        from count in Gen.Choose(maximumItems / 2, maximumItems)
        from beslag in BlockedTime().ArrayOf(asks)
        from items in ScarceItem(vragen.Length, aanbod.Length, beslag).ArrayOf(count)
        select new Geval { Vragen = vragen, Aanbod = aanbod, Mogelijkheden = items };

    private static Gen<Vraag> ScarceVraag() =>
        from plekken in Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Constant(2)))
        from urgency in Gen.Choose(0, 2)
        select new Vraag(plekken, urgency);

    private static Gen<Aanbod> ScarceAanbod() =>
        from capacity in Gen.Choose(1, 3)
        from maximum in Gen.Elements<int?>(null, null, 120, 180, 240)
        from planned in Gen.Elements(0, 0, 0, 45)
        select new Aanbod(capacity, maximum, planned == 0 ? null : [new WeekMinuten(1, planned)]);

    // An ask is at the same time for all, except now and then.
    private static Gen<Mogelijkheid> ScarceItem(int vragen, int aanbod, Beslag?[] beslag) =>
        from vraag in Gen.Choose(0, vragen - 1)
        from helper in Gen.Choose(0, aanbod - 1)
        from points in Gen.Frequency((1, Gen.Choose(0, 3)), (4, Gen.Choose(0, 1_000)), (1, Gen.Choose(0, Toewijzing.MaximumPoints)))
        from neverAsked in Gen.Elements(true, false)
        from other in BlockedTime()
        from isOther in Gen.Elements(true, false, false, false, false, false)
        select new Mogelijkheid(vraag, helper, points, neverAsked, isOther ? other : beslag[vraag]);

    private static Gen<Beslag?> BlockedTime() =>
        from start in Gen.Choose(0, 10)
        from length in Gen.Choose(2, 5)
        from plaats in Gen.Choose(0, 5)
        from times in Gen.Elements(1, 1, 1, 2, 3)
        let weeks = Enumerable.Range(0, times).Select(week => new WeekMinuten(1 + week, length * 30))
        let series = Enumerable.Range(0, times).Select(week => new Tijdvak((week * 1_000) + (start * 30), (week * 1_000) + ((start + length) * 30), plaats))
        select (Beslag?)new Beslag([.. series], [.. weeks]);

    private static Gen<Geval> Generator(int maximumItems, bool timed) =>
        from vragen in Vraag().ArrayOf(1 + (maximumItems / 3))
        from aanbod in Aanbod().ArrayOf(1 + (maximumItems / 4))
        from count in Gen.Choose(0, maximumItems)
        from items in Item(vragen.Length, aanbod.Length, timed).ArrayOf(count)
        select new Geval { Vragen = vragen, Aanbod = aanbod, Mogelijkheden = items };

    private static Gen<Vraag> Vraag() =>
        from plekken in Gen.Frequency((1, Gen.Constant(0)), (8, Gen.Constant(1)), (3, Gen.Constant(2)), (1, Gen.Constant(3)))
        from urgency in Gen.Choose(0, 2)
        select new Vraag(plekken, urgency);

    private static Gen<Aanbod> Aanbod() =>
        from capacity in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Constant(1)), (6, Gen.Constant(2)), (3, Gen.Constant(4)))
        from maximum in Gen.Elements<int?>(null, null, 90, 150)
        from planned in Gen.Elements(0, 0, 45)
        select new Aanbod(capacity, maximum, planned == 0 ? null : [new WeekMinuten(1, planned)]);

    private static Gen<Mogelijkheid> Item(int vragen, int aanbod, bool timed) =>
        from vraag in Gen.Choose(0, vragen - 1)
        from helper in Gen.Choose(0, aanbod - 1)
        from points in Gen.Frequency((3, Gen.Choose(0, 3)), (2, Gen.Choose(0, 100)), (1, Gen.Constant(Toewijzing.MaximumPoints)))
        from neverAsked in Gen.Elements(true, false)
        from beslag in timed ? Gen.Frequency((1, Gen.Constant<Beslag?>(null)), (6, BeslagOf())) : Gen.Constant<Beslag?>(null)
        select new Mogelijkheid(vraag, helper, points, neverAsked, beslag);

    private static Gen<Beslag?> BeslagOf() =>
        from first in Tijdvak(0)
        from second in Tijdvak(1_000)
        from isSeries in Gen.Elements(false, false, true)
        let weeks = new[] { new WeekMinuten(1, first.End - first.Start), new WeekMinuten(2, second.End - second.Start) }
        select (Beslag?)(isSeries ? new Beslag([first, second], weeks) : new Beslag([first], weeks[..1]));

    private static Gen<Tijdvak> Tijdvak(int offset) =>
        from start in Gen.Choose(0, 8)
        from length in Gen.Choose(1, 4)
        from plaats in Gen.Choose(0, 3)
        select new Tijdvak(offset + (start * 30), offset + ((start + length) * 30) - 10, plaats);
}

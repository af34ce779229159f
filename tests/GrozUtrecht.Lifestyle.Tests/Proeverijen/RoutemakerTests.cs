using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

public sealed class RoutemakerTests
{
    private static readonly Proefwens NoWish = new([], []);

    [Fact]
    public void A_route_is_worth_as_much_as_the_best_of_all_routes_and_never_clashes() => Prop.ForAll(Choices(), question =>
    {
        var route = Routemaker.Make(question.Proeven, question.Wens);
        return route.DistinctBy(proef => proef.Ronde).Count() == route.Count
            && route.DistinctBy(proef => proef.ActiviteitId).Count() == route.Count
            && route.All(proef => proef.Bezet < proef.Capaciteit)
            && Routemaker.Worth(route, question.Wens) == AllRoutes(question.Proeven, 1).Max(other => Routemaker.Worth(other, question.Wens));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_wish_goes_before_a_tasting_that_is_emptier()
    {
        var wished = Tasting("Yoga", 1, bezet: 9);

        var route = Routemaker.Make([Tasting("Zang", 1), wished], new([], [wished.ActiviteitId]));

        Assert.Equal([wished], route);
    }

    [Fact]
    public void Without_a_wish_a_route_has_variety_and_then_what_is_least_full()
    {
        var proeven = new[]
        {
            Tasting("Zang", 1, Dimensie.Meedoen, 5), Tasting("Schaken", 1, Dimensie.Meedoen, 4),
            Tasting("Koor", 2, Dimensie.Meedoen), Tasting("Yoga", 2, Dimensie.Zingeving, 9),
        };

        Assert.Equal([proeven[1], proeven[3]], Routemaker.Make(proeven, NoWish));
    }

    [Fact]
    public void A_full_tasting_is_nobodys() => Assert.Empty(Routemaker.Make([Tasting("Yoga", 1, bezet: 10)], NoWish));

    private static Proefkeuze Tasting(string naam, int ronde, Dimensie dimensie = Dimensie.Meedoen, int bezet = 0) =>
        new(Programmas.Id($"{naam} {ronde}"), ronde, Programmas.Id(naam), [dimensie], 10, bezet);

    private static IEnumerable<List<Proefkeuze>> AllRoutes(IReadOnlyList<Proefkeuze> proeven, int ronde)
    {
        if (ronde > 4)
            return [[]];
        var later = AllRoutes(proeven, ronde + 1).ToList();
        var with = proeven.Where(proef => proef.Ronde == ronde && !proef.IsFull).SelectMany(proef => later
            .Where(route => route.TrueForAll(other => other.ActiviteitId != proef.ActiviteitId))
            .Select(route => new List<Proefkeuze>([proef, .. route])));
        return [.. later, .. with];
    }

    private static Arbitrary<(Proefkeuze[] Proeven, Proefwens Wens)> Choices() => (
        from count in Gen.Choose(0, 12)
        from proeven in Proeven().ArrayOf(count)
        from wished in Gen.Elements(Enum.GetValues<Dimensie>()).ArrayOf(2)
        from activiteit in Gen.Choose(0, 9)
        select (
            proeven.Select((proef, index) => proef with { SessieId = Programmas.Id($"sessie {index}") }).ToArray(),
            new Proefwens([.. wished.Distinct()], activiteit > 5 ? [] : [Programmas.Id($"activiteit {activiteit}")]))).ToArbitrary();

    private static Gen<Proefkeuze> Proeven() =>
        from ronde in Gen.Choose(1, 4)
        from activiteit in Gen.Choose(0, 5)
        from bezet in Gen.Choose(0, 8)
        from dimensies in Gen.Elements(Enum.GetValues<Dimensie>()).ArrayOf(2)
        select new Proefkeuze(Guid.Empty, ronde, Programmas.Id($"activiteit {activiteit}"), [.. dimensies.Distinct()], 8, bezet);
}

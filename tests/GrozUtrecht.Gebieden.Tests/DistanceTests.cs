using FsCheck;
using FsCheck.Fluent;

namespace GrozUtrecht.Gebieden.Tests;

public sealed class DistanceTests
{
    private static readonly Gen<Postcode4> Postcodes = Gen.Elements<Postcode4>(Postcode4.All);

    [Fact]
    public void One_degree_of_latitude_is_about_111_kilometres() =>
        Assert.Equal(111_195, Haversine.DistanceMeters(52, 5, 53, 5), tolerance: 1);

    [Fact]
    public void Kanaleneiland_lies_about_a_kilometre_from_Papendorp() =>
        Assert.InRange(Of("3526").DistanceMetersTo(Of("3528")), 1_250, 1_450);

    [Fact]
    public void A_postcode_is_at_no_distance_from_itself() =>
        Assert.All(Postcode4.All, postcode => Assert.Equal(0, postcode.DistanceMetersTo(postcode)));

    [Fact]
    public void A_distance_is_the_same_both_ways() => Prop.ForAll(
        Pairs(), pair => pair.From.DistanceMetersTo(pair.To) == pair.To.DistanceMetersTo(pair.From)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_detour_is_never_shorter() => Prop.ForAll(
        Pairs(),
        Arb.From(Postcodes),
        (pair, via) => pair.From.DistanceMetersTo(pair.To) <= pair.From.DistanceMetersTo(via) + via.DistanceMetersTo(pair.To) + 1)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_postcodes_of_the_region_lie_more_than_25_kilometres_apart() =>
        Assert.All(Postcode4.All, from => Assert.All(Postcode4.All, to => Assert.InRange(from.DistanceMetersTo(to), 0, 25_000)));

    private static Arbitrary<(Postcode4 From, Postcode4 To)> Pairs() =>
        Arb.From(from a in Postcodes from b in Postcodes select (a, b));

    private static Postcode4 Of(string code) => Postcode4.TryFind(code, out var postcode) ? postcode : throw new ArgumentException(code, nameof(code));
}

using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Matching;
using static GrozUtrecht.Support.Tests.Matching.Beelden;

namespace GrozUtrecht.Support.Tests.Matching;

public sealed class RankingTests
{
    private static readonly Ranking Ranking = new(Vraag, Line, Matchingregels.Default, Now);

    [Fact]
    public void Pages_of_the_best_together_are_the_whole_ranking() => Prop.ForAll(Helpers(), Arb.From(Gen.Choose(1, 4)), (profielen, size) =>
        Pages(profielen, size).SequenceEqual(Ids(Rank(profielen)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Equals_are_each_on_one_page()
    {
        Profiel[] same = [.. Enumerable.Range(1, 9).Select(number => Ideal with { HelperId = new Guid(number, 0, 0, new byte[8]), LaatstGevraagdOp = number < 4 ? null : Now.AddDays(-40) })];

        Assert.Equal(Ids(Rank(same)), Pages(same, 2));
    }

    [Fact]
    public void Before_a_candidate_come_as_many_as_its_place_says() => Prop.ForAll(Helpers(), profielen =>
        Rank(profielen).Select((kandidaat, place) => Ranking.CountBefore(profielen, kandidaat.Positie) == place).All(it => it)).QuickCheckThrowOnFailure();

    [Fact]
    public void Within_reach_are_all_who_offer_this_and_come_so_far_nearest_first() => Prop.ForAll(Helpers(), profielen =>
    {
        var reached = HelperSnapshot.Empty.With([], profielen).WithinReach(Vraag, Line).ToList();
        return reached.Select(profiel => profiel.Plaats).SequenceEqual(reached.Select(profiel => profiel.Plaats).Order())
            && Ids(reached).ToHashSet().SetEquals(Ids(profielen.Where(profiel => profiel.Plaats <= profiel.RadiusKilometers && (profiel.Categorieen & Bits.Of(Vraag.Categorie)) != 0)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_snapshot_is_the_same_however_it_came_about() => Prop.ForAll(Helpers(), Helpers(), (before, after) =>
    {
        var old = HelperSnapshot.Empty.With([], before);
        var changed = old.With(before, after);
        return Ids(changed.WithinReach(Vraag, Line)).ToHashSet().SetEquals(Ids(HelperSnapshot.Empty.With([], after).WithinReach(Vraag, Line))) && Ids(changed.All).ToHashSet().SetEquals(Ids(after)) && changed.Count == after.Length && old.Count == before.Length
            && after.All(profiel => ReferenceEquals(changed.Find(profiel.HelperId), profiel));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<Profiel[]> Helpers() =>
        Arb.From(Generator().ArrayOf().Select(profielen => profielen.DistinctBy(profiel => profiel.HelperId).ToArray()));

    private static List<Kandidaat> Rank(IEnumerable<Profiel> profielen) => Ranking.Rank(Vraag, profielen, Line, Matchingregels.Default, Now);

    private static IEnumerable<Guid> Pages(IReadOnlyCollection<Profiel> profielen, int size)
    {
        var after = Positie.Start;
        while (Ranking.Top(profielen, after, size) is { Count: > 0 } page)
        {
            foreach (var id in Ids(page))
            {
                yield return id;
            }

            after = page[^1].Positie;
        }
    }

    private static IEnumerable<Guid> Ids(IEnumerable<Kandidaat> kandidaten) => kandidaten.Select(kandidaat => kandidaat.Profiel.HelperId);

    private static IEnumerable<Guid> Ids(IEnumerable<Profiel> profielen) => profielen.Select(profiel => profiel.HelperId);
}

using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

public sealed class ProgrammaloopTests
{
    private static readonly Guid[] Leveranciers = [.. Enumerable.Range(0, 4).Select(_ => TestId.Guid())];

    private static readonly Dictionary<VersieStatus, VersieStatus[]> VersionMoves = new()
    {
        [VersieStatus.Concept] = [VersieStatus.Voorgesteld, VersieStatus.Ingetrokken],
        [VersieStatus.Voorgesteld] = [VersieStatus.Overeengekomen, VersieStatus.Afgewezen, VersieStatus.Ingetrokken],
        [VersieStatus.Overeengekomen] = [VersieStatus.Vervangen],
        [VersieStatus.Vervangen] = [],
        [VersieStatus.Afgewezen] = [],
        [VersieStatus.Ingetrokken] = [],
    };

    private static readonly Dictionary<ProgrammaStatus, ProgrammaStatus[]> ProgrammeMoves = new()
    {
        [ProgrammaStatus.Concept] = [ProgrammaStatus.Voorgesteld, ProgrammaStatus.Ingetrokken],
        [ProgrammaStatus.Voorgesteld] = [ProgrammaStatus.Concept, ProgrammaStatus.Overeengekomen, ProgrammaStatus.Ingetrokken],
        [ProgrammaStatus.Overeengekomen] = [ProgrammaStatus.Lopend, ProgrammaStatus.Ingetrokken],
        [ProgrammaStatus.Lopend] = [ProgrammaStatus.Afgesloten, ProgrammaStatus.Ingetrokken],
        [ProgrammaStatus.Afgesloten] = [],
        [ProgrammaStatus.Ingetrokken] = [],
    };

    [Fact]
    public void Whoever_tries_whatever_no_forbidden_step_is_taken_and_no_agreement_is_lost() =>
        Prop.ForAll(Wandeling.Of(20, 120, Leveranciers.Length), walk =>
        {
            var stand = Programmastand.Nieuw;
            foreach (var poging in walk)
            {
                var who = Wandeling.WhoOf(poging, Leveranciers);
                var step = Wandeling.StepOf(poging, stand, Leveranciers);
                var (next, refusal) = Programmaloop.Do(stand, who, step);
                Assert.NotEqual(next is null, refusal is null);
                if (next is null)
                    continue;
                MayDo(stand, who, step);
                GoesForward(stand, next);
                KeepsWhatWasSaid(stand, next, who, step);
                HoldsTogether(next);
                stand = next;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Walks_come_everywhere_and_meet_every_refusal()
    {
        var (statuses, versions, refusals) = (new HashSet<ProgrammaStatus>(), new HashSet<VersieStatus>(), new HashSet<ProgrammaRefusal>());
        var replaced = 0;
        foreach (var walk in Wandeling.Of(200, 400, Leveranciers.Length).Generator.Sample(200))
        {
            var stand = Programmastand.Nieuw;
            foreach (var poging in walk)
            {
                var (next, refusal) = Programmaloop.Do(stand, Wandeling.WhoOf(poging, Leveranciers), Wandeling.StepOf(poging, stand, Leveranciers));
                if (refusal is { } known)
                    refusals.Add(known);
                replaced += next is { Status: ProgrammaStatus.Lopend } && next.GeldendeVersie != stand.GeldendeVersie ? 1 : 0;
                stand = next ?? stand;
                statuses.Add(stand.Status);
                versions.UnionWith(stand.Versies.Select(versie => versie.Status));
            }
        }

        Assert.Equal(Enum.GetValues<ProgrammaStatus>(), statuses.Order());
        Assert.Equal(Enum.GetValues<VersieStatus>(), versions.Order());
        Assert.Equal(Enum.GetValues<ProgrammaRefusal>().Except([ProgrammaRefusal.TooManyVersions]), refusals.Order());
        Assert.True(replaced > 0, "No walk changed a programme that runs.");
    }

    [Fact]
    public void There_is_an_end_to_the_versions_of_a_programme()
    {
        var stand = Programmastand.Nieuw;
        for (var versie = 1; versie < Programmaloop.MaximumVersions; versie++)
        {
            stand = Programmaloop.Do(stand, Partij.Bedrijf, new Programmastap.VersieIntrekken(versie)).Next!;
            stand = Programmaloop.Do(stand, Partij.Bedrijf, new Programmastap.Opstellen()).Next!;
        }

        stand = Programmaloop.Do(stand, Partij.Bedrijf, new Programmastap.VersieIntrekken(Programmaloop.MaximumVersions)).Next!;
        Assert.Equal(ProgrammaRefusal.TooManyVersions, Programmaloop.Do(stand, Partij.Bedrijf, new Programmastap.Opstellen()).Refusal);
    }

    private static void MayDo(Programmastand stand, Partij who, Programmastap step)
    {
        Assert.NotEqual(ProgrammaStatus.Afgesloten, stand.Status);
        Assert.NotEqual(ProgrammaStatus.Ingetrokken, stand.Status);
        if (step is Programmastap.Instemmen or Programmastap.Afwijzen)
            Assert.NotEqual(Partijsoort.Coordinator, who.Soort);
        else
            Assert.NotEqual(Partijsoort.Leverancier, who.Soort);
        if (step is Programmastap.Starten)
            Assert.Equal(ProgrammaStatus.Overeengekomen, stand.Status);
        if (step is Programmastap.Afsluiten)
            Assert.Equal(ProgrammaStatus.Lopend, stand.Status);
    }

    private static void GoesForward(Programmastand before, Programmastand after)
    {
        Assert.True(before.Status == after.Status || ProgrammeMoves[before.Status].Contains(after.Status), $"{before.Status} to {after.Status}");
        Assert.True(after.Versies.Count >= before.Versies.Count);
        foreach (var (was, isNow) in before.Versies.Zip(after.Versies))
            Assert.True(was.Status == isNow.Status || VersionMoves[was.Status].Contains(isNow.Status), $"{was.Status} to {isNow.Status}");
        // What holds is only ever replaced by something newer, never taken away.
        Assert.True(before.GeldendeVersie is null || after.GeldendeVersie >= before.GeldendeVersie);
    }

    private static void KeepsWhatWasSaid(Programmastand before, Programmastand after, Partij who, Programmastap step)
    {
        foreach (var (was, isNow) in before.Versies.Zip(after.Versies))
        {
            Assert.Subset(isNow.Ingestemd, was.Ingestemd);
            var added = isNow.Ingestemd.Except(was.Ingestemd);
            Assert.True(added.IsEmpty || (added.SetEquals([who]) && step == new Programmastap.Instemmen(was.Versie)), "Somebody agreed for somebody else.");
            if (was.Status != VersieStatus.Concept)
                Assert.True(was.Leveranciers.SetEquals(isNow.Leveranciers), "A version changed after it was proposed.");
        }

        if (after.GeldendeVersie != before.GeldendeVersie)
            Assert.Equal(new Programmastap.Instemmen(after.GeldendeVersie!.Value), step);
    }

    private static void HoldsTogether(Programmastand stand)
    {
        Assert.Equal(Enumerable.Range(1, stand.Versies.Count), stand.Versies.Select(versie => versie.Versie));
        Assert.True(stand.Versies.Count(versie => versie.Status is VersieStatus.Concept or VersieStatus.Voorgesteld) <= 1);
        Assert.Equal(stand.GeldendeVersie, stand.Versies.SingleOrDefault(versie => versie.Status == VersieStatus.Overeengekomen)?.Versie);
        foreach (var versie in stand.Versies)
        {
            var all = versie.Leveranciers.Select(Partij.Leverancier).Append(Partij.Bedrijf).ToHashSet();
            Assert.Subset(all, versie.Ingestemd.ToHashSet());
            var wasAgreed = versie.Status is VersieStatus.Overeengekomen or VersieStatus.Vervangen;
            Assert.Equal(wasAgreed, all.SetEquals(versie.Ingestemd));
            if (versie.Status == VersieStatus.Concept)
                Assert.Empty(versie.Ingestemd);
        }

        var holds = stand.Status is ProgrammaStatus.Overeengekomen or ProgrammaStatus.Lopend or ProgrammaStatus.Afgesloten;
        Assert.True(!holds || stand.GeldendeVersie is not null);
        Assert.True(stand.Status is not (ProgrammaStatus.Concept or ProgrammaStatus.Voorgesteld) || stand.GeldendeVersie is null);
        Assert.True(!stand.IsEnded || stand.Open is null);
        Assert.Equal(stand.Status == ProgrammaStatus.Voorgesteld, stand.GeldendeVersie is null && stand.Versies.Exists(v => v.Status == VersieStatus.Voorgesteld));
    }
}

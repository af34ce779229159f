using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Domain.Rondes;
using GrozUtrecht.Support.Tests.Matching;

namespace GrozUtrecht.Support.Tests.Matchingrondes;

/// <summary>Monday to Friday, eight hours a day; places on a line.</summary>
public sealed class RondeTests
{
    private static readonly DateTimeOffset Tuesday = Beelden.Tuesday;

    [Fact]
    public void The_most_pressing_ask_gets_the_only_helper()
    {
        var plan = Plan([Ask(1, Urgentie.Normaal), Ask(2, Urgentie.Hoog)], [Helper(1, weekMinutes: 60)]);

        Assert.Equal(Id(2), Assert.Single(plan.Koppelingen).HulpvraagId);
        Assert.Equal([Rondeuitkomst.KandidatenElders, Rondeuitkomst.Gekoppeld], plan.Vragen.Select(vraag => vraag.Uitkomst));
        Assert.True(plan.IsOptimal);
    }

    [Fact]
    public void Who_can_do_everything_stays_free_for_what_nobody_else_can()
    {
        var wheelchair = Ask(2) with { VereisteVaardigheden = Bits.Of(Vaardigheid.Rolstoel) };
        // The versatile one lives nearer, so the first ask by itself would take that one.
        var versatile = Helper(1, weekMinutes: 60) with { Vaardigheden = Bits.Of(Vaardigheid.Rolstoel) };
        var plan = Plan([Ask(1), wheelchair], [versatile, Helper(2, plaats: 3)]);

        Assert.Equal([(Id(1), Id(2)), (Id(2), Id(1))], Pairs(plan));
    }

    [Fact]
    public void One_afternoon_holds_two_visits_one_after_the_other_with_time_to_travel()
    {
        var plan = Plan([Ask(1, extraMinutes: 120), Ask(2, extraMinutes: 120, plaats: 2)], [Helper(1)]);

        var starts = plan.Koppelingen.Select(koppeling => koppeling.Starts.Values.Single()).Order().ToList();
        Assert.Equal(2, starts.Count);
        Assert.True(starts[1] - starts[0] >= 60 + Beelden.Line.Minutes(0, 2));
    }

    [Fact]
    public void Nobody_gets_more_than_a_share() =>
        Assert.Equal(2, Plan([.. Enumerable.Range(1, 5).Select(day => Ask(day, day: day - 2))], [Helper(1)]).Koppelingen.Count);

    [Fact]
    public void Who_was_asked_often_this_week_has_a_smaller_share()
    {
        var asked = Helper(1) with { RecentAsks = [.. Enumerable.Repeat(Moment.MinuteOf(Beelden.Now), 4)] };
        Assert.Single(Plan([Ask(1), Ask(2, day: 1)], [asked]).Koppelingen);
    }

    [Fact]
    public void A_series_stays_with_one_helper_even_if_others_are_better_at_parts_of_it()
    {
        var regular = Helper(2, plaats: 4);
        var occasional = Helper(1) with { Agenda = new() { Week = null, Uitzonderingen = [new(DayNumber(7), false, 0, 1440)] } };
        var koppeling = Assert.Single(Plan([Series(1, 3)], [occasional, regular]).Koppelingen);

        Assert.Equal(Id(2), koppeling.HelperId);
        Assert.Equal(3, koppeling.Starts.Count);
    }

    [Fact]
    public void A_series_that_nobody_can_do_whole_is_shared()
    {
        var even = Helper(1) with { Agenda = new() { Week = null, Uitzonderingen = [new(DayNumber(7), false, 0, 1440)] } };
        var odd = Helper(2) with { Agenda = new() { Week = null, Uitzonderingen = [new(DayNumber(0), false, 0, 1440), new(DayNumber(14), false, 0, 1440)] } };
        var plan = Plan([Series(1, 3)], [even, odd]);

        Assert.Equal([2, 1], plan.Koppelingen.Select(koppeling => koppeling.Starts.Count));
        Assert.Equal(Rondeuitkomst.Gekoppeld, plan.Vragen.Single().Uitkomst);
    }

    [Fact]
    public void A_series_that_lost_its_only_whole_helper_gets_what_is_left()
    {
        // The helper is needed for the pressing one at the first time of the series; for the other times there is room.
        var plan = Plan([Series(1, 2), Ask(2, Urgentie.Hoog)], [Helper(1)]);

        Assert.Equal(2, plan.Koppelingen.Count);
        Assert.Equal(Rondeuitkomst.DeelsGekoppeld, plan.Vragen.Single(vraag => vraag.HulpvraagId == Id(1)).Uitkomst);
        AssertSound(plan, [Series(1, 2), Ask(2, Urgentie.Hoog)]);
    }

    [Fact]
    public void Who_comes_together_is_never_in_two_places_at_once()
    {
        var maatje = Helper(2);
        var plan = Plan([Ask(1), Ask(2)], [Helper(1) with { Maatje = maatje }, maatje]);
        Assert.Single(plan.Koppelingen);
    }

    [Fact]
    public void Without_any_helper_the_run_says_what_kept_them_away()
    {
        var vraag = Assert.Single(Plan([Ask(1)], [Helper(1, plaats: 9), Helper(2, plaats: 9), Helper(3) with { Categorieen = 0 }]).Vragen);

        Assert.Equal(Rondeuitkomst.GeenKandidaat, vraag.Uitkomst);
        Assert.Equal([(Obstakel.Categorie, 1), (Obstakel.Afstand, 2)], vraag.Obstakels.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Without_asks_there_is_nothing_to_do() => Assert.Empty(Plan([], [Helper(1)]).Koppelingen);

    [Fact]
    public void For_one_ask_the_run_and_the_list_of_candidates_agree() => Prop.ForAll(Arb.From(Helpers()), helpers =>
    {
        var best = Ranking.Rank(Ask(1), helpers, Beelden.Line, Matchingregels.Default, Beelden.Now).FirstOrDefault();
        return Plan([Ask(1)], helpers).Koppelingen.Select(koppeling => (koppeling.HelperId, koppeling.Score)).SingleOrDefault()
            == (best?.Profiel.HelperId ?? Guid.Empty, best?.Punten.Score ?? 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_asked_nobody_is_double_booked_and_no_place_is_filled_twice() => Prop.ForAll(Arb.From(Asks()), Arb.From(Helpers()), (asks, helpers) =>
    {
        AssertSound(Plan(asks, helpers), asks);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_input_in_another_order_gives_the_same_plan() => Prop.ForAll(Arb.From(Asks()), Arb.From(Helpers()), (asks, helpers) =>
        Pairs(Plan(asks, helpers)).SequenceEqual(Pairs(Plan([.. asks.Reverse()], [.. helpers.Reverse()])))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_run_is_never_worse_than_asking_the_best_one_after_the_other() => Prop.ForAll(Arb.From(Visits()), Arb.From(Helpers()), (asks, helpers) =>
    {
        var plan = Plan(asks, helpers);
        var mine = Value(plan.Koppelingen.Select(koppeling => (koppeling.HulpvraagId, koppeling.Score)), asks);
        return mine.CompareTo(Value(Greedy(asks, helpers), asks)) >= 0;
    }).QuickCheckThrowOnFailure();

    private static (int Pressing, int Normal, int Slow, int Points) Value(IEnumerable<(Guid HulpvraagId, int Score)> pairs, IReadOnlyList<Vraagbeeld> asks)
    {
        var list = pairs.Select(pair => (asks.Single(ask => ask.HulpvraagId == pair.HulpvraagId).Urgentie, pair.Score)).ToList();
        return (list.Count(it => it.Urgentie is Urgentie.Hoog), list.Count(it => it.Urgentie is Urgentie.Normaal), list.Count(it => it.Urgentie is Urgentie.Laag), list.Sum(it => it.Score));
    }

    private static IEnumerable<(Guid HulpvraagId, int Score)> Greedy(IReadOnlyList<Vraagbeeld> asks, IReadOnlyList<Profiel> helpers)
    {
        var state = helpers.ToDictionary(helper => helper.HelperId);
        var given = new Dictionary<Guid, int>();
        foreach (var ask in asks.OrderByDescending(ask => ask.Urgentie).ThenBy(ask => ask.HulpvraagId))
        {
            var scores = Ranking.Rank(ask, helpers, Beelden.Line, Matchingregels.Default, Beelden.Now).ToDictionary(it => it.Profiel.HelperId, it => it.Punten.Score);
            var best = Ranking.Rank(ask, state.Values.Where(it => given.GetValueOrDefault(it.HelperId) < 2), Beelden.Line, Matchingregels.Default, Beelden.Now).FirstOrDefault();
            if (best is null)
            {
                continue;
            }

            var helper = best.Profiel;
            var start = best.Plan.Momenten[0].Start;
            var taken = new Bezet(new(start, start + ask.Bezoeken[0].DurationMinutes), ask.Plaats);
            state[helper.HelperId] = helper with { Agenda = helper.Agenda with { Bezet = [.. helper.Agenda.Bezet.Append(taken).OrderBy(it => it.Minuten.Van)] } };
            given[helper.HelperId] = given.GetValueOrDefault(helper.HelperId) + 1;
            yield return (ask.HulpvraagId, scores[helper.HelperId]);
        }
    }

    private static void AssertSound(Rondeplan plan, IReadOnlyList<Vraagbeeld> asks)
    {
        var byId = asks.ToDictionary(ask => ask.HulpvraagId);
        var booked = plan.Koppelingen.SelectMany(koppeling => koppeling.Starts.Select(start =>
        {
            var bezoek = byId[koppeling.HulpvraagId].Bezoeken.Single(it => it.BeurtId == start.Key);
            return (koppeling.HelperId, start.Key, Minuten: new Minuten(start.Value, start.Value + bezoek.DurationMinutes), bezoek.Plaats);
        })).ToList();

        Assert.All(booked.GroupBy(it => it.Key), places => Assert.Single(places));
        Assert.All(booked.GroupBy(it => it.HelperId), mine => Assert.All(
            mine.OrderBy(it => it.Minuten.Van).Zip(mine.OrderBy(it => it.Minuten.Van).Skip(1)),
            pair => Assert.True(pair.First.Minuten.Tot + Beelden.Line.Minutes(pair.First.Plaats, pair.Second.Plaats) <= pair.Second.Minuten.Van)));
    }

    private static Gen<Profiel[]> Helpers() =>
        from plaatsen in Gen.Choose(0, 6).ArrayOf(4)
        from asked in Gen.Elements<int?>(null, 2, 40).ArrayOf(4)
        from week in Gen.Elements<int?>(null, 60, 150).ArrayOf(4)
        from from1 in Gen.Choose(0, 12).ArrayOf(4)
        select plaatsen.Select((plaats, index) => Helper(index + 1, plaats, week[index]) with
        {
            LaatstGevraagdOp = asked[index] is { } days ? Beelden.Now.AddDays(-days) : null,
            Agenda = new() { Week = [.. Enum.GetValues<DayOfWeek>().Select(day => new WeekVenster(day, from1[index] * 60, (from1[index] + 8) * 60))] },
        }).ToArray();

    private static Gen<Vraagbeeld[]> Visits() =>
        from urgenties in Gen.Elements(Urgentie.Laag, Urgentie.Normaal, Urgentie.Hoog).ArrayOf(5)
        from plaatsen in Gen.Choose(0, 6).ArrayOf(5)
        from days in Gen.Choose(0, 1).ArrayOf(5)
        from hours in Gen.Choose(0, 3).ArrayOf(5)
        select urgenties.Select((urgentie, index) => Ask(index + 1, urgentie, plaatsen[index], days[index], minutesLater: hours[index] * 45)).ToArray();

    private static Gen<Vraagbeeld[]> Asks() =>
        from visits in Visits()
        from wide in Gen.Choose(0, 4)
        from series in Gen.Choose(0, 4)
        select visits.Select((ask, index) => index == series ? Series(index + 1, 3) : index == wide ? Ask(index + 1, ask.Urgentie, ask.Plaats, extraMinutes: 150) : ask).ToArray();

    private static Vraagbeeld Ask(
        int id, Urgentie urgentie = Urgentie.Normaal, int plaats = 0, int day = 0, int extraMinutes = 0, int minutesLater = 0) => Beelden.Vraag with
    {
        HulpvraagId = Id(id),
        Urgentie = urgentie,
        Plaats = plaats,
        Bezoeken = [Beelden.Bezoek(Tuesday.AddDays(day).AddMinutes(minutesLater), 60, extraMinutes, plaats) with { BeurtId = Id(1000 + id) }],
    };

    private static Vraagbeeld Series(int id, int count) => Ask(id) with
    {
        Bezoeken = [.. Enumerable.Range(0, count).Select(week => Beelden.Bezoek(Tuesday.AddDays(7 * week), 60) with { BeurtId = Id(2000 + (10 * id) + week) })],
    };

    private static Profiel Helper(int id, int plaats = 0, int? weekMinutes = null) => Beelden.Ideal with
    {
        HelperId = Id(id),
        PersoonId = Id(5000 + id),
        Plaats = plaats,
        MaximumWeekMinutes = weekMinutes,
        Agenda = HelperAgenda.Free,
    };

    private static Rondeplan Plan(IReadOnlyList<Vraagbeeld> asks, Profiel[] helpers) => new Ronde(
        [.. asks.Select(ask => new Rondevraag(ask, [.. ask.Bezoeken.Select(_ => 1)]))], HelperSnapshot.Empty.With([], helpers), Beelden.Line, Matchingregels.Default, Beelden.Now)
        .Plan(CancellationToken.None);

    private static IEnumerable<(Guid Hulpvraag, Guid Helper)> Pairs(Rondeplan plan) => plan.Koppelingen.Select(koppeling => (koppeling.HulpvraagId, koppeling.HelperId));

    private static int DayNumber(int days) => DateOnly.FromDateTime(Tuesday.AddDays(days).UtcDateTime).DayNumber;

    private static Guid Id(int id) => new(id, 0, 0, new byte[8]);
}

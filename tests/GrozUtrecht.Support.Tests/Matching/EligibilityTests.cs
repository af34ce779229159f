using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using static GrozUtrecht.Support.Tests.Matching.Beelden;

namespace GrozUtrecht.Support.Tests.Matching;

public sealed class EligibilityTests
{
    [Fact]
    public void A_helper_who_meets_no_filter_is_a_candidate() => AssertFits(Ideal);

    [Fact]
    public void Nobody_helps_himself() => AssertRefused(Ideal with { PersoonId = Vraag.HulpvragerId }, "hulpvrager");

    [Fact]
    public void Help_that_is_not_offered_is_not_asked() => AssertRefused(Ideal with { Categorieen = Bits.Of(Categorie.Taal) }, "categorie");

    [Fact]
    public void Nobody_is_asked_beyond_the_own_radius()
    {
        AssertRefused(Ideal with { Plaats = 6 }, "afstand");
        AssertFits(Ideal with { Plaats = 5 });
    }

    [Fact]
    public void A_required_language_is_spoken()
    {
        var vraag = Vraag with { VereisteTaal = "ar" };
        AssertRefused(Ideal with { Talen = ["nl", "en"] }, "taal", vraag);
        AssertFits(Ideal with { Talen = ["nl", "ar"] }, vraag);
    }

    [Fact]
    public void Every_required_skill_is_there()
    {
        var vraag = Vraag with { VereisteVaardigheden = Bits.Of<Vaardigheid>([Vaardigheid.Rolstoel, Vaardigheid.Dementie]) };
        AssertRefused(Ideal with { Vaardigheden = Bits.Of(Vaardigheid.Rolstoel) }, "vaardigheden", vraag);
        AssertFits(Ideal with { Vaardigheden = Bits.Of<Vaardigheid>([Vaardigheid.Rolstoel, Vaardigheid.Dementie, Vaardigheid.Tuin]) }, vraag);
    }

    [Fact]
    public void A_vog_counts_until_its_last_day()
    {
        var vraag = Vraag with { VogVereist = true };
        AssertRefused(Ideal, "vog", vraag);
        AssertRefused(Ideal with { VogLastDay = vraag.LastDay - 1 }, "vog", vraag);
        AssertFits(Ideal with { VogLastDay = vraag.LastDay }, vraag);
    }

    [Fact]
    public void A_required_car_is_there()
    {
        AssertRefused(Ideal, "auto", Vraag with { AutoVereist = true });
        AssertFits(Ideal with { HasAuto = true }, Vraag with { AutoVereist = true });
    }

    [Fact]
    public void Nobody_is_sent_where_they_object_to_be()
    {
        var vraag = Vraag with { Omstandigheden = Bits.Of(Omstandigheid.Huisdieren) };
        AssertRefused(Ideal with { Bezwaren = Bits.Of(Omstandigheid.Huisdieren) }, "omstandigheden", vraag);
        AssertRefused(Ideal with { Maatje = Ideal with { Bezwaren = Bits.Of(Omstandigheid.Huisdieren) } }, "omstandigheden", vraag);
        AssertFits(Ideal with { Bezwaren = Bits.Of(Omstandigheid.Rook) }, vraag);
    }

    [Fact]
    public void Nobody_is_asked_twice() => AssertRefused(Ideal, "al-gevraagd", Vraag with { AlreadyAsked = new HashSet<Guid> { Ideal.HelperId } });

    [Fact]
    public void Nobody_is_asked_more_than_their_share_of_a_week()
    {
        var asks = Enumerable.Range(0, 5).Select(day => Moment.MinuteOf(Now.AddDays(-day))).ToList();
        AssertRefused(Ideal with { RecentAsks = asks }, "eerlijk-deel");
        AssertFits(Ideal with { RecentAsks = [.. asks.Skip(1)] });
        AssertFits(Ideal with { RecentAsks = [.. asks.Skip(1), Moment.MinuteOf(Now.AddDays(-8))] });
    }

    [Fact]
    public void A_pause_is_respected() =>
        AssertRefused(Ideal with { Agenda = Ideal.Agenda with { Pauze = (Vraag.LastDay - 1, Vraag.LastDay) } }, "gepauzeerd");

    [Fact]
    public void Who_is_not_available_is_not_asked() =>
        AssertRefused(Ideal with { Agenda = new() { Week = [new(DayOfWeek.Wednesday, 0, 1440)] } }, "beschikbaarheid");

    [Fact]
    public void Nobody_is_in_two_places_at_once_or_without_time_to_travel()
    {
        AssertRefused(WithTaken(Bezet(Tuesday.AddMinutes(30), 60)), "bezet");
        // Three kilometres away: five minutes for the door and fifteen on the way.
        AssertRefused(WithTaken(Bezet(Tuesday.AddMinutes(-79), 60, plaats: 3)), "bezet");
        AssertFits(WithTaken(Bezet(Tuesday.AddMinutes(-80), 60, plaats: 3)));
    }

    [Fact]
    public void A_full_week_stays_full()
    {
        AssertRefused(WithTaken(Bezet(Tuesday.AddDays(1), 181)), "week-vol");
        AssertFits(WithTaken(Bezet(Tuesday.AddDays(1), 180)));
        AssertFits(WithTaken(Bezet(Tuesday.AddDays(-2), 240)));
        AssertFits(WithTaken(Bezet(Tuesday.AddDays(1), 1_000)) with { MaximumWeekMinutes = null });
    }

    [Fact]
    public void Who_comes_together_comes_when_both_can()
    {
        var maatje = Ideal with { HelperId = new Guid("01990000-0000-7000-8000-000000000009"), Agenda = new() { Week = [new(DayOfWeek.Tuesday, 11 * 60, 1440)] } };
        AssertRefused(Ideal with { Maatje = maatje }, "maatje");
        AssertFits(Ideal with { Maatje = maatje }, Vraag with { Bezoeken = [Beelden.Bezoek(Tuesday, 60, extraMinutes: 120)] });
    }

    [Fact]
    public void Whoever_asks_why_hears_everything_that_is_in_the_way()
    {
        var reasons = Explain(Ideal with { PersoonId = Vraag.HulpvragerId, Plaats = 10, Agenda = new() { Week = [] } });

        Assert.Equal(["hulpvrager", "afstand", "beschikbaarheid"], reasons.Select(reason => reason.Code));
        Assert.All(reasons, reason => Assert.EndsWith(".", reason.Tekst, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_obstacle_has_a_sentence() => Assert.All(
        Enum.GetValues<Obstakel>(), obstakel => Assert.EndsWith(".", Of(Vraag).Describe(obstakel, Ideal).Tekst, StringComparison.Ordinal));

    private static Profiel WithTaken(Bezet taken) => Ideal with { Agenda = Ideal.Agenda with { Bezet = [taken] } };

    private static Eligibility Of(Vraagbeeld vraag) => new(vraag, Line, Matchingregels.Default, Now);

    private static IReadOnlyList<Reden> Explain(Profiel profiel) => Of(Vraag).Explain(profiel);

    private static void AssertFits(Profiel profiel, Vraagbeeld? vraag = null) => Assert.Null(Of(vraag ?? Vraag).Check(profiel).Obstakel);

    private static void AssertRefused(Profiel profiel, string code, Vraagbeeld? vraag = null)
    {
        var eligibility = Of(vraag ?? Vraag);
        var obstakel = Assert.NotNull(eligibility.Check(profiel).Obstakel);
        Assert.Equal(code, eligibility.Describe(obstakel, profiel).Code);
        Assert.Contains(eligibility.Explain(profiel), reason => reason.Code == code);
    }
}

using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using static GrozUtrecht.Lifestyle.Tests.Proeverijen.Programmas;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

public sealed class ProgrammamakerTests
{
    [Fact]
    public void A_composed_programme_never_clashes_and_keeps_every_promise() => Prop.ForAll(Larger(), vraag =>
    {
        var uitslag = Programmamaker.Make(vraag, 20_000);
        return uitslag.Proeven is null ? uitslag.WhyNot is { Length: > 0 } : Fault(vraag, uitslag.Proeven) is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_composed_is_as_varied_as_the_best_of_all_programmes_and_is_refused_only_when_there_is_none() =>
        Prop.ForAll(Small(), vraag =>
        {
            var uitslag = Programmamaker.Make(vraag);
            int? variety = uitslag.Proeven is null ? null : Programmazoeker.Variety(vraag, uitslag.Proeven);
            return variety == BestByTryingAll(vraag) && uitslag.IsBest == uitslag.Proeven is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_full_afternoon_of_twelve_aanbieders_is_composed_and_known_to_be_the_best()
    {
        Programmavraag vraag = new(
            Rounds(6),
            [Zaal, Room("Kleine zaal", 12), Room("Gymzaal", 25, Ruimtesoort.Sportzaal), Room("Keuken", 10, Ruimtesoort.Keuken), Room("Tuin", 40, Ruimtesoort.Buiten)],
            [
                .. Enumerable.Range(0, 8).Select(index => Promise($"Proef {index}", 2, (Dimensie)(index % 6))),
                Promise("Yoga", 4, Dimensie.Lichaamsfuncties) with { Ruimtesoort = Ruimtesoort.Sportzaal, Capaciteit = 20 },
                Promise("Gezond koken", 3, Dimensie.DagelijksFunctioneren) with { Ruimtesoort = Ruimtesoort.Keuken },
                Promise("Moestuin", 3, Dimensie.Zingeving) with { Ruimtesoort = Ruimtesoort.Buiten },
                Promise("Praatcafé", 3, Dimensie.MentaalWelbevinden, Dimensie.Meedoen),
            ],
            [new(Id("aanbieder Yoga"), [1], true)]);

        var uitslag = Programmamaker.Make(vraag);

        Assert.True(uitslag.IsBest);
        Assert.Null(Fault(vraag, uitslag.Proeven!));
    }

    [Fact]
    public void Who_needs_a_room_that_is_not_there_is_named_with_what_is_missing()
    {
        var uitslag = Programmamaker.Make(new([.. Rounds(2)], [Zaal], [Promise("Koken") with { Ruimtesoort = Ruimtesoort.Keuken, Rolstoel = true }], []));

        Assert.Null(uitslag.Proeven);
        Assert.Equal("Koken past in geen enkele ruimte: daarvoor is nodig een keuken voor 10 mensen, toegankelijk met een rolstoel.", uitslag.WhyNot);
    }

    [Fact]
    public void Who_promised_more_rounds_than_they_can_come_to_is_named()
    {
        var uitslag = Programmamaker.Make(new(Rounds(2), [Zaal], [Promise("Yoga", 2)], [new(Id("aanbieder Yoga"), [2], false)]));

        Assert.StartsWith("Yoga is toegezegd voor 2 rondes en kan er in 1", uitslag.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_those_who_are_in_each_others_way_are_named()
    {
        Programmavraag vraag = new(
            Rounds(3),
            [Zaal, Room("Keuken", 10, Ruimtesoort.Keuken)],
            [
                Promise("Wandelen", 2),
                Promise("Koken", 2) with { Ruimtesoort = Ruimtesoort.Keuken },
                Promise("Bakken", 2) with { Ruimtesoort = Ruimtesoort.Keuken },
            ],
            []);

        var uitslag = Programmamaker.Make(vraag);

        Assert.Equal("Koken en Bakken passen niet samen: ze vragen 4 plekken in Keuken, en daar zijn er 3.", uitslag.WhyNot);
    }

    [Fact]
    public void Those_who_can_only_come_at_one_time_are_named_and_who_can_come_at_another_is_not()
    {
        Programmavraag vraag = new(
            Rounds(3),
            [Zaal],
            [Promise("Wandelen"), Promise("Koken"), Promise("Bakken")],
            [new(Id("aanbieder Koken"), [1, 2], false), new(Id("aanbieder Bakken"), [1, 2], false)]);

        Assert.StartsWith("Koken en Bakken passen niet samen in deze rondes", Programmamaker.Make(vraag).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_effort_is_told_apart_from_impossible()
    {
        Programmavraag vraag = new(Rounds(3), [Zaal], [Promise("Yoga"), Promise("Zang"), Promise("Schaken")], []);

        Assert.StartsWith("Er is geen programma gevonden", Programmamaker.Make(vraag, 1).WhyNot, StringComparison.Ordinal);
        Assert.NotNull(Programmamaker.Make(vraag).Proeven);
    }

    [Fact]
    public void Rounds_that_must_follow_each_other_do()
    {
        Programmavraag vraag = new(Rounds(4), [Zaal], [Promise("Yoga", 2), Promise("Zang", 2)], [new(Id("aanbieder Yoga"), [2], true)]);

        var rounds = Programmamaker.Make(vraag).Proeven!.Where(proef => proef.ToezeggingId == Id("toezegging Yoga")).Select(proef => proef.Ronde);

        Assert.Equal([3, 4], rounds.Order());
    }

    [Fact]
    public void A_change_by_hand_is_judged_by_the_same_rules() => Prop.ForAll(Small(), Gen.Choose(0, 100).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (vraag, which, where) =>
    {
        if (Programmamaker.Make(vraag).Proeven is not { } proeven)
            return true;
        var (ronde, ruimte) = (vraag.Rondes[where % vraag.Rondes.Count], vraag.Ruimtes[where % vraag.Ruimtes.Count]);
        List<Proef> moved = [.. proeven.Select((proef, index) => index == which % proeven.Count ? proef with { Ronde = ronde.Nummer, RuimteId = ruimte.Id } : proef)];
        var sound = Programmatoets.Clash(vraag, moved) is null && Programmatoets.Missing(vraag, moved) is null;
        return sound == Fault(vraag, moved) is null && Programmatoets.Clash(vraag, proeven) is null && Programmatoets.Missing(vraag, proeven) is null;
    }).QuickCheckThrowOnFailure();
}

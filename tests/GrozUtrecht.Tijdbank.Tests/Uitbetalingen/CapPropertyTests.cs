using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

/// <summary>Whatever several organisations ask for one person, in whatever order, no cap is passed, and nothing that fits is refused.</summary>
public sealed class CapPropertyTests
{
    private static readonly Dictionary<int, Vergoedingsnorm> Normen = new()
    {
        [2024] = new(2024, 550, 325, 21_000, 120_000),
        [2025] = new(2025, 560, 330, 21_000, 120_000),
    };

    private static readonly Gen<GewerkteUren> Hours =
        from day in Gen.Choose(0, 730)
        from minutes in Gen.Choose(1, 24 * 60)
        select new GewerkteUren(new DateOnly(2024, 1, 1).AddDays(day), minutes, "vrijwilligerswerk");

    private static readonly Gen<Uitbetalingsverzoek> Requests =
        from hours in Gen.NonEmptyListOf(Hours)
        from rate in Gen.Choose(1, 580)
        from expenses in Gen.Choose(0, 5_000)
        select new Uitbetalingsverzoek([.. hours.Take(20)], new DateOnly(1990, 1, 1), rate, expenses);

    [Fact]
    public void All_organisations_together_stay_within_every_cap() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Requests)), requests =>
        {
            var stand = new Dictionary<Maand, long>();
            foreach (var request in requests)
            {
                if (Uitbetalingsbesluit.Decide(request, Normen, stand) is Besluit.Allowed allowed)
                {
                    foreach (var (maand, telling) in allowed.Bijtellingen)
                        stand[maand] = stand.GetValueOrDefault(maand) + telling.Centen;
                }
            }

            return stand.All(item => item.Value <= (item.Key.Nummer == 0 ? Normen[item.Key.Jaar].JaarCenten : Normen[item.Key.Jaar].MaandCenten))
                && stand.Where(item => item.Key.Nummer == 0)
                    .All(year => year.Value == stand.Where(item => item.Key.Nummer > 0 && item.Key.Jaar == year.Key.Jaar).Sum(item => item.Value));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_refusal_names_a_cap_that_is_really_passed_and_one_cent_less_room_is_what_refuses() =>
        Prop.ForAll(Arb.From(Requests), request =>
        {
            if (Uitbetalingsbesluit.Decide(request, Normen, new Dictionary<Maand, long>()) is not Besluit.Allowed allowed)
                return request.TariefCenten > 550 || request.TotalCenten == 0 || request.CentenPerMaand().Values.Any(centen => centen > 21_000) || request.TotalCenten > 120_000;

            // Fill each counter so that it fits exactly, then one cent more.
            return allowed.Bijtellingen.All(item =>
            {
                var room = item.Value.MaximumCenten - item.Value.Centen;
                return Fits(request, item.Key, room) && !Fits(request, item.Key, room + 1);
            });
        }).QuickCheckThrowOnFailure();

    private static bool Fits(Uitbetalingsverzoek request, Maand maand, long already) =>
        Uitbetalingsbesluit.Decide(request, Normen, new Dictionary<Maand, long> { [maand] = already }) is Besluit.Allowed;
}

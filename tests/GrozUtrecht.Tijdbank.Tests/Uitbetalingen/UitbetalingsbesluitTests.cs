using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class UitbetalingsbesluitTests
{
    private static readonly DateOnly Adult = new(1980, 6, 1);
    private static readonly Dictionary<Maand, long> Nothing = [];

    private static readonly Dictionary<int, Vergoedingsnorm> Normen = new()
    {
        [2024] = new(2024, 550, 325, 21_000, 210_000),
        [2025] = new(2025, 560, 330, 21_000, 210_000),
    };

    [Theory]
    [InlineData("tegenprestatie")]
    [InlineData("mantelzorg")]
    [InlineData("beroepspraktijkvorming")]
    [InlineData("betaald")]
    public void Only_volunteering_is_paid(string urenSoort) =>
        Assert.Equal(Weigering.UrensoortNotPayable, Refusal(Ask([new(new(2025, 5, 1), 60, "vrijwilligerswerk"), new(new(2025, 5, 2), 60, urenSoort)], 500)));

    [Fact]
    public void A_year_without_a_norm_pays_nothing_and_says_so()
    {
        var refused = Assert.IsType<Besluit.Refused>(Decide(Ask([Hours(new(2025, 12, 31)), Hours(new(2026, 1, 1))], 100)));
        Assert.Equal(Weigering.NormMissing, refused.Reden);
        Assert.Contains("Voor 2026", refused.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_is_held_against_the_cap_of_the_age_on_the_day_of_each_hour()
    {
        var turns21On15May = new DateOnly(2004, 5, 15);
        Assert.Equal(Weigering.HourCap, Refusal(Ask([Hours(new(2025, 5, 14)), Hours(new(2025, 5, 15))], 331, turns21On15May)));
        Assert.Equal(Weigering.HourCap, Refusal(Ask([Hours(new(2025, 5, 14))], 331, turns21On15May)));
        Allowed(Ask([Hours(new(2025, 5, 14))], 330, turns21On15May));
        Allowed(Ask([Hours(new(2025, 5, 15))], 560, turns21On15May));
        Assert.Equal(Weigering.HourCap, Refusal(Ask([Hours(new(2025, 5, 15))], 561, turns21On15May)));
    }

    [Fact]
    public void Who_was_born_on_a_leap_day_is_21_on_the_first_of_March()
    {
        var leapling = new DateOnly(2004, 2, 29);
        Assert.Equal(Weigering.HourCap, Refusal(Ask([Hours(new(2025, 2, 28))], 560, leapling)));
        Allowed(Ask([Hours(new(2025, 3, 1))], 560, leapling));
    }

    [Fact]
    public void Without_a_birth_date_the_lower_cap_holds()
    {
        Allowed(Ask([Hours(new(2025, 5, 1))], 330, geboortedatum: null));
        Assert.Equal(Weigering.GeboortedatumMissing, Refusal(Ask([Hours(new(2025, 5, 1))], 331, geboortedatum: null)));
        Assert.Equal(Weigering.HourCap, Refusal(Ask([Hours(new(2025, 5, 1))], 561, geboortedatum: null)));
    }

    [Fact]
    public void Each_years_own_cap_holds_for_its_hours()
    {
        Allowed(Ask([Hours(new(2024, 12, 31))], 550));
        Assert.Equal(Weigering.HourCap, Refusal(Ask([Hours(new(2024, 12, 31)), Hours(new(2025, 1, 1))], 560)));
    }

    [Theory]
    [InlineData(20_440, true)]
    [InlineData(20_441, false)]
    public void The_month_is_full_at_the_cent(long already, bool fits)
    {
        var stand = new Dictionary<Maand, long> { [new(2025, 5)] = already, [new(2025, 0)] = already };
        Assert.Equal(fits, Decide(Ask([Hours(new(2025, 5, 1))], 560), stand) is Besluit.Allowed);
    }

    [Theory]
    [InlineData(209_440, true)]
    [InlineData(209_441, false)]
    public void The_year_is_full_at_the_cent(long already, bool fits)
    {
        var besluit = Decide(Ask([Hours(new(2025, 5, 1))], 560), new Dictionary<Maand, long> { [new(2025, 0)] = already });
        Assert.Equal(fits, besluit is Besluit.Allowed);
        Assert.True(fits || besluit is Besluit.Refused { Reden: Weigering.YearCap });
    }

    [Fact]
    public void Expenses_count()
    {
        Allowed(Ask([Hours(new(2025, 5, 1))], 560) with { OnkostenCenten = 20_440 });
        Assert.Equal(Weigering.MonthCap, Refusal(Ask([Hours(new(2025, 5, 1))], 560) with { OnkostenCenten = 20_441 }));
    }

    [Fact]
    public void Hours_of_two_months_fill_two_months_and_the_year_once()
    {
        var allowed = Allowed(Ask([Hours(new(2025, 1, 31), 90), Hours(new(2025, 2, 1), 50)], 500) with { OnkostenCenten = 7 });
        Assert.Equal(
            [(new Maand(2025, 0), 1173L), (new Maand(2025, 1), 750L), (new Maand(2025, 2), 423L)],
            allowed.Bijtellingen.Select(item => (item.Key, item.Value.Centen)));
    }

    [Fact]
    public void A_part_of_a_cent_is_not_paid_and_nothing_is_no_payout()
    {
        Assert.Equal(8, Ask([Hours(new(2025, 5, 1), 1)], 500).TotalCenten);
        Assert.Equal(Weigering.NothingToPay, Refusal(Ask([Hours(new(2025, 5, 1), 1)], 59)));
    }

    [Theory]
    [InlineData(16_239, 0)]
    [InlineData(16_240, 1)]
    public void From_80_percent_on_there_is_a_warning(long already, int warnings)
    {
        var stand = new Dictionary<Maand, long> { [new(2025, 5)] = already };
        Assert.Equal(warnings, Allowed(Ask([Hours(new(2025, 5, 1))], 560), stand).Waarschuwingen.Count);
    }

    [Fact]
    public void An_explanation_says_the_rule_and_who_decides()
    {
        var refused = Assert.IsType<Besluit.Refused>(Decide(
            Ask([Hours(new(2025, 5, 1))], 560), new Dictionary<Maand, long> { [new(2025, 5)] = 20_900 }));
        Assert.Contains("Het maximum voor de maand mei 2025 is € 210,00", refused.Uitleg, StringComparison.Ordinal);
        Assert.Contains("Vraag hooguit € 1,00 aan", refused.Uitleg, StringComparison.Ordinal);
        Assert.Contains("de Belastingdienst beslist", refused.Uitleg, StringComparison.Ordinal);
        Assert.Contains("€ 2.100,00 per jaar", Allowed(Ask([Hours(new(2025, 5, 1))], 560)).Uitleg, StringComparison.Ordinal);
    }

    private static GewerkteUren Hours(DateOnly datum, int minutes = 60) => new(datum, minutes, "vrijwilligerswerk");

    private static Uitbetalingsverzoek Ask(IReadOnlyList<GewerkteUren> uren, int tarief) => Ask(uren, tarief, Adult);

    private static Uitbetalingsverzoek Ask(IReadOnlyList<GewerkteUren> uren, int tarief, DateOnly? geboortedatum) => new(uren, geboortedatum, tarief, 0);

    private static Besluit Decide(Uitbetalingsverzoek verzoek, Dictionary<Maand, long>? stand = null) =>
        Uitbetalingsbesluit.Decide(verzoek, Normen, stand ?? Nothing);

    private static Besluit.Allowed Allowed(Uitbetalingsverzoek verzoek, Dictionary<Maand, long>? stand = null) =>
        Assert.IsType<Besluit.Allowed>(Decide(verzoek, stand));

    private static Weigering Refusal(Uitbetalingsverzoek verzoek) => Assert.IsType<Besluit.Refused>(Decide(verzoek)).Reden;
}

using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Domain;

public sealed class UrenbijschrijvingTests
{
    private static readonly Urenbijschrijving Good = new(
        "support.afspraak", TestId.Guid(), TestId.Guid(), TestId.Guid(), 90, "vrijwilligerswerk", new DateOnly(2026, 3, 14));

    [Theory]
    [InlineData(1, null)]
    [InlineData(1_440, null)]
    [InlineData(0, "tijdbank.bijschrijving.duur-ongeldig")]
    [InlineData(-60, "tijdbank.bijschrijving.duur-ongeldig")]
    [InlineData(1_441, "tijdbank.bijschrijving.duur-ongeldig")]
    public void Hours_of_one_day_are_between_a_minute_and_a_day(int minutes, string? code) =>
        Assert.Equal(code, (Good with { DurationMinutes = minutes }).Check());

    [Fact]
    public void An_unknown_kind_of_hours_is_refused() =>
        Assert.Equal("tijdbank.bijschrijving.urensoort-onbekend", (Good with { UrenSoort = "spelen" }).Check());

    [Fact]
    public void Hours_of_nobody_are_refused() =>
        Assert.Equal("tijdbank.bijschrijving.id-ontbreekt", (Good with { PersoonId = Guid.Empty }).Check());

    [Fact]
    public void The_same_report_is_the_same_order()
    {
        var rekening = TestId.Guid();
        Assert.Equal(Good.ToOpdracht(rekening), (Good with { UitgevoerdDatum = new DateOnly(2026, 3, 15) }).ToOpdracht(rekening));
        Assert.NotEqual(Good.ToOpdracht(rekening).Id, (Good with { BronId = TestId.Guid() }).ToOpdracht(rekening).Id);
    }
}

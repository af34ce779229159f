using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Domain;

public sealed class OverboekingsopdrachtTests
{
    private static readonly Overboekingsopdracht Good = new(TestId.Guid(), TestId.Guid(), TestId.Guid(), 60, TestId.Guid(), "Dank voor het koken");

    [Theory]
    [InlineData(1)]
    [InlineData(10_080)]
    public void A_minute_and_a_week_are_the_limits(int minutes) => Assert.Null((Good with { DurationMinutes = minutes }).Check(idWasChosen: true));

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(10_081)]
    [InlineData(int.MaxValue)]
    public void Beyond_the_limits_it_is_refused(int minutes) =>
        Assert.Equal(Opdrachtfout.DurationOutOfRange, (Good with { DurationMinutes = minutes }).Check(idWasChosen: true));

    [Fact]
    public void An_account_cannot_pay_itself() =>
        Assert.Equal(Opdrachtfout.SameAccount, (Good with { NaarRekeningId = Good.VanRekeningId }).Check(idWasChosen: true));

    [Fact]
    public void A_text_of_200_characters_fits_and_one_more_does_not()
    {
        Assert.Null((Good with { Omschrijving = new string('a', 200) }).Check(idWasChosen: true));
        Assert.Equal(Opdrachtfout.OmschrijvingTooLong, (Good with { Omschrijving = new string('a', 201) }).Check(idWasChosen: true));
    }

    [Fact]
    public void A_text_with_a_bsn_is_refused() =>
        Assert.Equal(Opdrachtfout.OmschrijvingHoldsBsn, (Good with { Omschrijving = "voor 111222333" }).Check(idWasChosen: true));

    [Fact]
    public void Nobody_chooses_an_id_that_the_Tijdbank_will_derive()
    {
        var derived = OverboekingId.Derive("support.afspraak", TestId.Guid().ToString());
        Assert.Equal(Opdrachtfout.IdNotAllowed, (Good with { Id = derived }).Check(idWasChosen: true));
        Assert.Equal(Opdrachtfout.IdNotAllowed, (Good with { Id = Guid.Empty }).Check(idWasChosen: true));
        Assert.Null((Good with { Id = derived }).Check(idWasChosen: false));
    }
}

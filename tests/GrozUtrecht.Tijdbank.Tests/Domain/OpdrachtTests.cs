using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Domain;

public sealed class OpdrachtTests
{
    private static readonly Opdracht Good =
        Opdracht.Transfer(TestId.Guid(), TestId.Guid(), TestId.Guid(), 60, Eenheid.Minuten, TestId.Guid(), "Dank voor het koken");

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000_000)]
    public void One_and_a_billion_are_the_limits(long bedrag) => Assert.Null((Good with { Bedrag = bedrag }).Check());

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1_000_000_001)]
    [InlineData(long.MaxValue)]
    public void Beyond_the_limits_it_is_refused(long bedrag) =>
        Assert.Equal(Opdrachtfout.AmountOutOfRange, (Good with { Bedrag = bedrag }).Check());

    [Fact]
    public void Only_the_end_of_a_hold_may_leave_out_the_amount()
    {
        Assert.Equal(Opdrachtfout.AmountOutOfRange, (Good with { Bedrag = null }).Check());
        Assert.Null(Opdracht.Post(TestId.Guid(), TestId.Guid()).Check());
        Assert.Equal(Opdrachtfout.AmountOutOfRange, Opdracht.Post(TestId.Guid(), TestId.Guid(), bedrag: 0).Check());
    }

    [Fact]
    public void An_account_cannot_pay_itself() =>
        Assert.Equal(Opdrachtfout.SameAccount, (Good with { NaarRekeningId = Good.VanRekeningId }).Check());

    [Fact]
    public void A_text_of_200_characters_fits_and_one_more_does_not()
    {
        Assert.Null((Good with { Omschrijving = new string('a', 200) }).Check());
        Assert.Equal(Opdrachtfout.OmschrijvingTooLong, (Good with { Omschrijving = new string('a', 201) }).Check());
    }

    [Fact]
    public void A_text_with_a_bsn_is_refused() =>
        Assert.Equal(Opdrachtfout.OmschrijvingHoldsBsn, (Good with { Omschrijving = "voor 111222333" }).Check());

    [Fact]
    public void Every_replica_derives_the_same_id_for_the_end_of_a_hold()
    {
        var hold = TestId.Guid();
        Assert.Equal(Opdracht.Expire(hold), Opdracht.Expire(hold));
        Assert.False(OverboekingId.MayBeChosen(Opdracht.Expire(hold).Id));
    }
}

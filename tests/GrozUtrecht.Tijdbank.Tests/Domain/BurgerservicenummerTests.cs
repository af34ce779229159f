using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Domain;

public sealed class BurgerservicenummerTests
{
    [Theory]
    [InlineData("111222333")]
    [InlineData("bsn:111222333.")]
    [InlineData("bel 111.222.333 even")]
    [InlineData("1112 22 333")]
    [InlineData("111-222-333")]
    public void A_number_that_passes_the_11_test_is_found(string text) => Assert.True(Burgerservicenummer.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("111222334")]
    [InlineData("000000000")]
    [InlineData("1112223330")]
    [InlineData("11122233")]
    [InlineData("2 uur op 12-05-2026")]
    [InlineData("111  222  333")]
    public void Other_text_is_not(string text) => Assert.False(Burgerservicenummer.IsIn(text));

    [Fact]
    public void Of_every_eleven_numbers_that_differ_in_weight_about_one_passes() => Prop.ForAll(
        Arb.From(Gen.Choose(10_000_000, 99_999_999)),
        start => Enumerable.Range(0, 10).Count(last => Burgerservicenummer.IsIn(string.Create(CultureInfo.InvariantCulture, $"{start}{last}"))) <= 1)
        .QuickCheckThrowOnFailure();
}

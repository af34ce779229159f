namespace GrozUtrecht.Gebieden.Tests;

public sealed class BurgerservicenummerTests
{
    // 111222333 and 123456782 are the numbers that the government itself uses as examples.
    [Theory]
    [InlineData("111222333")]
    [InlineData("Mijn bsn is 123456782.")]
    [InlineData("bsn:1234.56.782")]
    [InlineData("123 456 782")]
    [InlineData("123-456-782")]
    [InlineData("1112 22 333")]
    [InlineData("eerst 3 eieren, dan 111222333")]
    [InlineData("12 x 123456782 x 4")]
    [InlineData("nr. 000000012")]
    public void A_number_that_passes_the_11_test_is_recognised(string text) => Assert.True(Burgerservicenummer.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("Twee tassen, derde verdieping.")]
    [InlineData("123456789")]
    [InlineData("000000000")]
    [InlineData("11122233")]
    [InlineData("111  222  333")]
    [InlineData("Bel 0612345678")]
    [InlineData("Bel 030 123 45 67")]
    [InlineData("Bel +31 6 12345678")]
    [InlineData("1112223334")]
    [InlineData("Op 21-11-2026 om 10.30 uur")]
    public void Other_numbers_are_left_alone(string text) => Assert.False(Burgerservicenummer.IsIn(text));
}

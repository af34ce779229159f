using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class SepaTextTests
{
    [Theory]
    [InlineData("Zoë Özgür-Šimůnek", "Zoe Ozgur-Simunek")]
    [InlineData("Jürgen Groß & Søn", "Jurgen Gross + Son")]
    [InlineData("d’Ariën  van ‘t Ĳ", "d'Arien van 't IJ")]
    [InlineData("Zoe\u0308", "Zoe")]
    [InlineData("<Jan> \"X\"; & co", "Jan X + co")]
    [InlineData("//Jan//", "Jan")]
    [InlineData("王小明", "")]
    [InlineData("12345", "")]
    public void A_name_is_written_with_the_letters_that_every_bank_takes(string name, string expected) => Assert.Equal(expected, SepaText.Of(name));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(70, SepaText.Of(new string('ß', 60)).Length);
}

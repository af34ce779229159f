using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class IbanTests
{
    [Theory]
    [InlineData("NL91ABNA0417164300")]
    [InlineData("nl91 abna 0417 1643 00")]
    [InlineData("BE68539007547034")]
    [InlineData("DE89370400440532013000")]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    [InlineData("NO9386011117947")]
    public void An_IBAN_of_a_SEPA_country_is_read(string text) => Assert.True(Iban.TryParse(text, out _));

    [Theory]
    [InlineData("NL91ABNA0417164301", "one digit differs")]
    [InlineData("NL91ABNA0417146300", "two digits changed places")]
    [InlineData("NL91ABNA041716430", "too short")]
    [InlineData("NL91ABNA04171643000", "too long")]
    [InlineData("TR330006100519786457841326", "valid, and Turkey is not in SEPA")]
    [InlineData("NLX1ABNA0417164300", "a letter where check digits belong")]
    [InlineData("NL91ABNA04171643٠٠", "digits of another script")]
    [InlineData("", "nothing")]
    [InlineData(null, "nothing at all")]
    public void Anything_else_is_refused(string? text, string why) => Assert.False(Iban.TryParse(text, out _), why);

    [Fact]
    public void Every_single_wrong_digit_is_found()
    {
        const string good = "NL91ABNA0417164300";
        for (var place = 8; place < good.Length; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                Assert.Equal(good[place] == digit, Iban.TryParse($"{good[..place]}{digit}{good[(place + 1)..]}", out _));
    }

    [Fact]
    public void It_prints_no_more_than_its_end()
    {
        Assert.True(Iban.TryParse("NL91ABNA0417164300", out var iban));
        Assert.Equal(("4300", "…4300"), (iban.End, iban.ToString()));
    }
}

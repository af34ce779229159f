using System.Xml.Linq;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class BetaalbestandTests
{
    private static readonly Betaalbestand File = new(
        new("019a0000-0000-7000-8000-000000000001"),
        new(2025, 11, 21, 10, 30, 0, TimeSpan.FromHours(1)),
        new("Stichting De Buurt & Co", "NL91ABNA0417164300", "ABNANL2A"),
        new DateOnly(2025, 11, 24),
        [
            new(new("019a0000-0000-7000-8000-0000000000aa"), "Zoë d’Özgür", "BE68539007547034", 21_000),
            new(new("019a0000-0000-7000-8000-0000000000bb"), "<Jan> \"de\" Vries", "NL02ABNA0123456789", 5),
            new(new("019a0000-0000-7000-8000-0000000000cc"), new string('ß', 70), "NL91ABNA0417164300", 100_010),
        ]);

    [Fact]
    public void A_file_follows_every_rule_of_the_message() => Assert.Empty(Pain001Rules.Violations(XDocument.Parse(File.ToXml())));

    [Fact]
    public void Without_a_BIC_the_bank_is_not_provided() =>
        Assert.Empty(Pain001Rules.Violations(XDocument.Parse((File with { Betaler = File.Betaler with { Bic = null } }).ToXml())));

    [Fact]
    public void The_same_batch_gives_the_same_bytes() => Assert.Equal(File.ToXml(), (File with { }).ToXml());

    [Fact]
    public void It_declares_UTF_8_and_says_what_was_asked()
    {
        var xml = File.ToXml();
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", xml, StringComparison.Ordinal);
        var values = XDocument.Parse(xml).Descendants().Where(element => !element.HasElements).Select(element => element.Value).ToList();
        Assert.Equal(["019a0000000070008000000000000001", "2025-11-21T09:30:00Z", "3", "1210.15", "Stichting De Buurt + Co"], values.Take(5));
        Assert.Contains("019a00000000700080000000000000aa", values);
        Assert.Contains("Zoe d'Ozgur", values);
        Assert.Contains("0.05", values);
        Assert.Contains("2025-11-24", values);
    }

    [Theory]
    [InlineData("<MsgId>", "<Fout>")]
    [InlineData("TRF", "CHK")]
    [InlineData("1210.15", "1210.16")]
    [InlineData("<NbOfTxs>3", "<NbOfTxs>2")]
    [InlineData(">0.05<", ">0,05<")]
    [InlineData("EUR", "USD")]
    [InlineData("<ChrgBr>SLEV</ChrgBr>", "")]
    [InlineData("pain.001.001.09", "pain.001.001.03")]
    [InlineData("Zoe", "Zoë")]
    public void The_rules_notice_what_is_wrong(string good, string bad)
    {
        var xml = File.ToXml().Replace(good, bad, StringComparison.Ordinal).Replace("</MsgId>", bad == "<Fout>" ? "</Fout>" : "</MsgId>", StringComparison.Ordinal);
        Assert.NotEmpty(Pain001Rules.Violations(XDocument.Parse(xml)));
    }
}

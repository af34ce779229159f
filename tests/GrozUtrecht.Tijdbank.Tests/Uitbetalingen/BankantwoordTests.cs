using System.Text;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class BankantwoordTests
{
    [Fact]
    public void Lines_say_what_became_of_each_payment()
    {
        var answer = Read(Pain002.Of("batch1", "PART", ("a", "ACSC", null), ("b", "RJCT", "AC04")))!;
        Assert.Equal("batch1", answer.OriginalMessageId);
        Assert.Equal([new("a", "ACSC", null), new("b", "RJCT", "AC04")], answer.Statussen);
    }

    [Fact]
    public void A_status_of_the_file_without_lines_is_of_all_payments() =>
        Assert.Equal([new(null, "ACSC", null)], Read(Pain002.Of("batch1", "ACSC"))!.Statussen);

    [Fact]
    public void Without_lines_the_payment_blocks_own_status_goes_before_the_files()
    {
        var xml = Pain002.Of("batch1", "ACTC").Replace(
            "</CstmrPmtStsRpt>",
            "<OrgnlPmtInfAndSts><OrgnlPmtInfId>batch1</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Prtry>geblokkeerd</Prtry></Rsn></StsRsnInf></OrgnlPmtInfAndSts></CstmrPmtStsRpt>",
            StringComparison.Ordinal);
        Assert.Equal([new(null, "RJCT", "geblokkeerd")], Read(xml)!.Statussen);
    }

    [Theory]
    [InlineData("geen xml")]
    [InlineData("<Document/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03\"><CstmrPmtStsRpt/></Document>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><OrgnlGrpInfAndSts/></CstmrPmtStsRpt></Document>")]
    public void Anything_else_is_no_answer(string xml) => Assert.Null(Read(xml));

    [Theory]
    [InlineData("<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\">]>")]
    [InlineData("<!DOCTYPE Document SYSTEM \"file:///etc/passwd\">")]
    public void A_DTD_is_refused(string dtd) => Assert.Null(Read(dtd + Pain002.Of("batch1", "ACSC")));

    [Fact]
    public void A_line_without_the_payment_that_it_is_about_makes_the_file_unreadable() =>
        Assert.Null(Read(Pain002.Of("batch1", "PART", ("a", "ACSC", null)).Replace("OrgnlEndToEndId", "OrgnlInstrId", StringComparison.Ordinal)));

    [Fact]
    public void A_line_without_a_status_makes_the_file_unreadable() =>
        Assert.Null(Read(Pain002.Of("batch1", "PART", ("a", "ACSC", null)).Replace("TxSts", "StsId", StringComparison.Ordinal)));

    private static Bankantwoord? Read(string xml) => Bankantwoord.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
}

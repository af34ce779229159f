using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

/// <summary>Answers as a bank sends them.</summary>
internal static class Pain002
{
    public static string Of(string originalId, string groupStatus, params (string EndToEndId, string Status, string? Reason)[] lines) =>
        $"""
         <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
           <GrpHdr><MsgId>ANTWOORD-{TestId.New()}</MsgId><CreDtTm>2025-11-24T12:00:00Z</CreDtTm></GrpHdr>
           <OrgnlGrpInfAndSts><OrgnlMsgId>{originalId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>{groupStatus}</GrpSts></OrgnlGrpInfAndSts>
           {(lines.Length == 0 ? "" : $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{originalId}</OrgnlPmtInfId>{string.Concat(lines.Select(Line))}</OrgnlPmtInfAndSts>")}
         </CstmrPmtStsRpt></Document>
         """;

    private static string Line((string EndToEndId, string Status, string? Reason) line) =>
        $"<TxInfAndSts><OrgnlEndToEndId>{line.EndToEndId}</OrgnlEndToEndId><TxSts>{line.Status}</TxSts>"
        + (line.Reason is null ? "" : $"<StsRsnInf><Rsn><Cd>{line.Reason}</Cd></Rsn></StsRsnInf>")
        + "</TxInfAndSts>";
}

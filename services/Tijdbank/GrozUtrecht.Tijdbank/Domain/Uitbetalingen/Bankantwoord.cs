using System.Xml;
using System.Xml.Linq;

namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>What a bank says about one payment, or about all of them.</summary>
/// <param name="EndToEndId">The payment; null when the status is of the whole file.</param>
/// <param name="Status">ISO code, such as ACSC or RJCT.</param>
/// <param name="Redencode">Why it was refused, such as AC04.</param>
internal sealed record Bankstatus(string? EndToEndId, string Status, string? Redencode);

/// <summary>A bank's answer to a payment file: ISO 20022 pain.002.001.10, read without DTD and without anything outside the file.</summary>
/// <param name="OriginalMessageId">The file that it answers.</param>
/// <param name="Statussen">One per payment that is named, or one for all when none is.</param>
internal sealed record Bankantwoord(string OriginalMessageId, IReadOnlyList<Bankstatus> Statussen)
{
    public const int MaximumCharacters = 1024 * 1024;

    private const int MaximumCodeLength = 35;

    private static readonly XNamespace Iso = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";

    /// <summary>The answer, or null when the text is no such document.</summary>
    public static Bankantwoord? Read(Stream xml)
    {
        if (Load(xml)?.Root is not { } root || root.Name != Iso + "Document" || root.Element(Iso + "CstmrPmtStsRpt") is not { } report
            || report.Element(Iso + "OrgnlGrpInfAndSts") is not { } group || Text(group, "OrgnlMsgId") is not { } originalId)
        {
            return null;
        }

        var payments = report.Elements(Iso + "OrgnlPmtInfAndSts").ToList();
        var lines = payments.Elements(Iso + "TxInfAndSts").ToList();
        var statuses = lines.Count > 0
            ? lines.Select(line => StatusOf(line, "TxSts", Text(line, "OrgnlEndToEndId")))
            : Whole(group, payments);
        var read = statuses.ToList();

        // A line that does not say which payment it is about could be taken for one about all.
        return read.Contains(null) || (lines.Count > 0 && read.Exists(status => status!.EndToEndId is null)) ? null : new(originalId, read!);
    }

    // There is one payment block per file, so its status is the file's too; it is the more precise one.
    private static Bankstatus?[] Whole(XElement group, List<XElement> payments) =>
        payments.Select(payment => StatusOf(payment, "PmtInfSts", endToEndId: null)).FirstOrDefault(status => status is not null) is { } block
            ? [block]
            : [StatusOf(group, "GrpSts", endToEndId: null)];

    private static Bankstatus? StatusOf(XElement parent, string element, string? endToEndId)
    {
        var reason = parent.Elements(Iso + "StsRsnInf").Elements(Iso + "Rsn").FirstOrDefault();
        return Text(parent, element) is { } status
            ? new(endToEndId, status, reason is null ? null : Text(reason, "Cd") ?? Text(reason, "Prtry"))
            : null;
    }

    private static string? Text(XElement parent, string element) =>
        parent.Element(Iso + element)?.Value.Trim() is { Length: > 0 and <= MaximumCodeLength } text ? text : null;

    private static XDocument? Load(Stream xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaximumCharacters,
        };
        try
        {
            using var reader = XmlReader.Create(xml, settings);
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}

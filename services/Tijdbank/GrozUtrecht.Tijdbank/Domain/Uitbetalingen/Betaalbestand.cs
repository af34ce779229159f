using System.Globalization;
using System.Text;
using System.Xml;

namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>The organisation whose bank account is debited.</summary>
internal sealed record Betaler(string Naam, string Iban, string? Bic);

/// <summary>One payment.</summary>
internal sealed record Betaalregel(Guid UitbetalingId, string Naam, string Iban, long Centen)
{
    /// <summary>What the bank gives back with its answer: the payout's id, without hyphens because the field holds 35 characters.</summary>
    public string EndToEndId => UitbetalingId.ToString("N");
}

/// <summary>A batch of credit transfers as a bank takes it: ISO 20022 pain.001.001.09. The same record always gives the same bytes.</summary>
internal sealed record Betaalbestand(
    Guid BatchId, DateTimeOffset CreatedAt, Betaler Betaler, DateOnly UitvoerDatum, IReadOnlyList<Betaalregel> Regels)
{
    public const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private const string Omschrijving = "Vrijwilligersvergoeding";

    /// <summary>The name by which bank and organisation know the file.</summary>
    public string MessageId => MessageIdOf(BatchId);

    public static string MessageIdOf(Guid batchId) => batchId.ToString("N");

    public string ToXml()
    {
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("Document", Namespace);
            xml.WriteStartElement("CstmrCdtTrfInitn");
            WriteHeader(xml);
            WritePayments(xml);
            xml.WriteEndDocument();
        }

        return text.ToString();
    }

    private void WriteHeader(XmlWriter xml)
    {
        xml.WriteStartElement("GrpHdr");
        xml.WriteElementString("MsgId", MessageId);
        xml.WriteElementString("CreDtTm", CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        WriteTotals(xml);
        WriteName(xml, "InitgPty", Betaler.Naam);
        xml.WriteEndElement();
    }

    private void WritePayments(XmlWriter xml)
    {
        xml.WriteStartElement("PmtInf");
        xml.WriteElementString("PmtInfId", MessageId);
        xml.WriteElementString("PmtMtd", "TRF");
        WriteTotals(xml);
        WriteNested(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        WriteNested(xml, UitvoerDatum.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "ReqdExctnDt", "Dt");
        WriteName(xml, "Dbtr", Betaler.Naam);
        WriteNested(xml, Betaler.Iban, "DbtrAcct", "Id", "IBAN");
        if (Betaler.Bic is { } bic)
            WriteNested(xml, bic, "DbtrAgt", "FinInstnId", "BICFI");
        else
            WriteNested(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        xml.WriteElementString("ChrgBr", "SLEV");
        foreach (var regel in Regels)
            Write(xml, regel);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Betaalregel regel)
    {
        xml.WriteStartElement("CdtTrfTxInf");
        WriteNested(xml, regel.EndToEndId, "PmtId", "EndToEndId");
        xml.WriteStartElement("Amt");
        xml.WriteStartElement("InstdAmt");
        xml.WriteAttributeString("Ccy", "EUR");
        xml.WriteString(Amount(regel.Centen));
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteName(xml, "Cdtr", regel.Naam);
        WriteNested(xml, regel.Iban, "CdtrAcct", "Id", "IBAN");
        WriteNested(xml, Omschrijving, "RmtInf", "Ustrd");
        xml.WriteEndElement();
    }

    private void WriteTotals(XmlWriter xml)
    {
        xml.WriteElementString("NbOfTxs", Regels.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("CtrlSum", Amount(Regels.Sum(regel => regel.Centen)));
    }

    private static void WriteName(XmlWriter xml, string element, string naam) => WriteNested(xml, SepaText.Of(naam), element, "Nm");

    private static void WriteNested(XmlWriter xml, string value, params ReadOnlySpan<string> elements)
    {
        foreach (var element in elements)
            xml.WriteStartElement(element);
        xml.WriteString(value);
        foreach (var _ in elements)
            xml.WriteEndElement();
    }

    // Integers only: an amount never passes through a floating point number.
    private static string Amount(long centen) => string.Create(CultureInfo.InvariantCulture, $"{centen / 100}.{centen % 100:00}");

    // A StringWriter declares UTF-16, while the file goes out as UTF-8.
    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}

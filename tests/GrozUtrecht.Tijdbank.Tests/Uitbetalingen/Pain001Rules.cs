using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

/// <summary>
/// The rules of pain.001.001.09 for the elements that a SEPA credit transfer uses, written down by hand from the message definition:
/// order, how often, type and pattern, and the sums that a schema cannot say. The schema file itself is not in this repository.
/// </summary>
internal static class Pain001Rules
{
    private const string Text35 = "^[A-Za-z0-9/\\-?:().,'+ ]{1,35}$";
    private const string Text70 = "^[A-Za-z0-9/\\-?:().,'+ ]{1,70}$";
    private const string Text140 = "^[A-Za-z0-9/\\-?:().,'+ ]{1,140}$";
    private const string Amount = "^[0-9]{1,9}\\.[0-9]{2}$";
    private const string Iban = "^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$";
    private const string Bic = "^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$";

    private static readonly Rule Name = Group("", One("Nm", Text70));

    private static readonly Rule Document = Group(
        "Document",
        Group(
            "CstmrCdtTrfInitn",
            Group("GrpHdr", One("MsgId", Text35), One("CreDtTm", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"), One("NbOfTxs", "^[0-9]{1,15}$"),
                One("CtrlSum", Amount), Name with { Element = "InitgPty" }),
            Group("PmtInf", One("PmtInfId", Text35), One("PmtMtd", "^TRF$"), One("NbOfTxs", "^[0-9]{1,15}$"), One("CtrlSum", Amount),
                Group("PmtTpInf", Group("SvcLvl", One("Cd", "^SEPA$"))),
                Group("ReqdExctnDt", One("Dt", "^\\d{4}-\\d{2}-\\d{2}$")),
                Name with { Element = "Dbtr" },
                Group("DbtrAcct", Group("Id", One("IBAN", Iban))),
                Group("DbtrAgt", Group("FinInstnId", Optional(One("BICFI", Bic)), Optional(Group("Othr", One("Id", "^NOTPROVIDED$"))))),
                One("ChrgBr", "^SLEV$"),
                Many(Group("CdtTrfTxInf",
                    Group("PmtId", One("EndToEndId", Text35)),
                    Group("Amt", One("InstdAmt", Amount)),
                    Name with { Element = "Cdtr" },
                    Group("CdtrAcct", Group("Id", One("IBAN", Iban))),
                    Group("RmtInf", One("Ustrd", Text140)))))));

    /// <summary>Everything that is wrong, by path; empty when the document is good.</summary>
    public static IReadOnlyList<string> Violations(XDocument document)
    {
        var found = new List<string>();
        var root = document.Root!;
        Check(root, Document, root.Name.LocalName, found);
        CheckSums(root, found);
        return found;
    }

    private static void Check(XElement element, Rule rule, string path, List<string> found)
    {
        if (element.Name.LocalName != rule.Element || element.Name.NamespaceName != "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09")
            found.Add($"{path}: not {rule.Element}");
        if (rule.Pattern is not null)
        {
            if (element.HasElements || !Regex.IsMatch(element.Value, rule.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
                found.Add($"{path}: '{element.Value}'");
            return;
        }

        var children = new Queue<XElement>(element.Elements());
        foreach (var part in rule.Parts)
        {
            var count = 0;
            while (children.TryPeek(out var child) && child.Name.LocalName == part.Element && count < part.Maximum)
            {
                Check(children.Dequeue(), part, $"{path}/{part.Element}", found);
                count++;
            }

            if (count < part.Minimum)
                found.Add($"{path}: {part.Element} is missing here");
        }

        found.AddRange(children.Select(child => $"{path}: {child.Name.LocalName} does not belong here"));
    }

    private static void CheckSums(XElement root, List<string> found)
    {
        var amounts = root.Descendants().Where(element => element.Name.LocalName == "InstdAmt").ToList();
        var sum = amounts.Sum(amount => decimal.Parse(amount.Value, CultureInfo.InvariantCulture)).ToString("0.00", CultureInfo.InvariantCulture);
        var count = amounts.Count.ToString(CultureInfo.InvariantCulture);
        if (amounts.Exists(amount => amount.Attribute("Ccy")?.Value != "EUR" || amount.Attributes().Count() != 1))
            found.Add("InstdAmt: not in euro");
        if (root.Descendants().Any(element => element.Name.LocalName == "CtrlSum" && element.Value != sum))
            found.Add("CtrlSum differs from the amounts");
        if (root.Descendants().Any(element => element.Name.LocalName == "NbOfTxs" && element.Value != count))
            found.Add("NbOfTxs differs from the payments");
        var ids = root.Descendants().Where(element => element.Name.LocalName == "EndToEndId").Select(element => element.Value).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count)
            found.Add("EndToEndId occurs twice");
    }

    private static Rule One(string element, string pattern) => new(element, pattern, []);

    private static Rule Group(string element, params Rule[] parts) => new(element, null, parts);

    private static Rule Optional(Rule rule) => rule with { Minimum = 0 };

    private static Rule Many(Rule rule) => rule with { Maximum = int.MaxValue };

    private sealed record Rule(string Element, string? Pattern, Rule[] Parts, int Minimum = 1, int Maximum = 1);
}

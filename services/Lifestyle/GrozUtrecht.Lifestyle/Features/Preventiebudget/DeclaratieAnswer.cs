using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>A month of spendings that was put before the insurer. It never changes.</summary>
public sealed record DeclaratieAnswer(
    Guid Id,
    [property: Description("Bijvoorbeeld 2026-10.")] string Maand,
    int AantalRegels,
    [property: Description("Som van de regels, en precies wat in het journaal van besteed naar gedeclareerd ging; kan door correcties negatief zijn.")]
    long TotaalCenten,
    DateTimeOffset VastgesteldOp)
{
    internal static DeclaratieAnswer Of(DeclaratieRow row) =>
        new(row.Id, new Declaratiemaand(row.Maand).Word, row.AantalRegels, row.TotaalCenten, row.VastgesteldOp);
}

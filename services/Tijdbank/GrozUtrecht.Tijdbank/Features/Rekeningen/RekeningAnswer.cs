using System.ComponentModel;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Rekeningen;

/// <summary>An account as a partner sees it.</summary>
public sealed record RekeningAnswer(
    Guid Id,
    Guid PersoonId,
    [property: Description("Wat er nu op staat, in minuten.")] long SaldoMinuten,
    [property: Description("beheer: uw organisatie mag van deze rekening overboeken; inzage: alleen bekijken en erop overboeken.")] string Recht,
    DateTimeOffset AangemaaktOp)
{
    internal static RekeningAnswer Of(Rekening rekening) =>
        new(rekening.Id, rekening.PersoonId, rekening.SaldoMinuten, rekening.Recht, rekening.AangemaaktOp);
}

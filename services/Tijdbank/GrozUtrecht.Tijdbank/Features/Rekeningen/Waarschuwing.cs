using System.ComponentModel;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Features.Rekeningen;

/// <summary>Something to know, which stops nothing.</summary>
public sealed record Waarschuwing(
    [property: Description("Voor programma's; verandert niet van betekenis.")] string Code,
    [property: Description("Voor mensen.")] string Tekst)
{
    /// <summary>What to say about an account that paid or had minutes held; null when there is enough left.</summary>
    internal static Waarschuwing? Of(Rekening? payer) =>
        payer is null ? null : SignalsOf(payer).Where(signal => signal.Soort == Saldosignaalsoort.NearMinimum).Select(Of).FirstOrDefault();

    /// <summary>All that is to say about this account; null for nothing, so that it is left out.</summary>
    internal static IReadOnlyList<Waarschuwing>? ListOf(Rekening rekening) =>
        SignalsOf(rekening) is { Count: > 0 } signals ? [.. signals.Select(Of)] : null;

    // Money, and hours that may not be spent, have nothing to run out of.
    private static IReadOnlyList<Saldosignaal> SignalsOf(Rekening rekening) => rekening is { Eenheid: Eenheid.Minuten, Besteedbaar: true }
        ? Saldosignaal.Of(
            rekening.Saldo, rekening.GereserveerdAf, rekening.GereserveerdBij, rekening.Minimum, rekening.Maximum, rekening.SignaalgrensMinuten)
        : [];

    private static Waarschuwing Of(Saldosignaal signal) => signal.Soort == Saldosignaalsoort.NearMinimum
        ? new("tijdbank.rekening.bijna-op", $"Op deze rekening is nog {signal.LeftMinutes} minuten vrij te besteden.")
        : new("tijdbank.rekening.bijna-vol", $"Op deze rekening kan nog {signal.LeftMinutes} minuten worden bijgeschreven.");
}

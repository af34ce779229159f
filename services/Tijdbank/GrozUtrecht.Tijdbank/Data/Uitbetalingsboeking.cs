using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// A payout in the ledger: minutes of the person go to the exchange account and cents of the organisation to the payout account. Both
/// are held when it is asked, and booked or let go together when it ends.
/// </summary>
internal static class Uitbetalingsboeking
{
    private const string Prefix = "tijdbank.uitbetaling";

    public static Guid MinutenHoldId(Guid uitbetalingId) => OverboekingId.Derive($"{Prefix}.minuten", uitbetalingId.ToString("D"));

    public static Guid CentenHoldId(Guid uitbetalingId) => OverboekingId.Derive($"{Prefix}.centen", uitbetalingId.ToString("D"));

    public static Opdracht[] Holds(Uitbetaling uitbetaling, Guid persoonRekeningId, Guid kasRekeningId) =>
    [
        Opdracht.Hold(
            uitbetaling.MinutenReserveringId, persoonRekeningId, Systeemrekening.Wissel, uitbetaling.DuurMinuten, Eenheid.Minuten,
            uitbetaling.VervaltOp, partnerId: null),
        Opdracht.Hold(
            uitbetaling.CentenReserveringId, kasRekeningId, Systeemrekening.Uitbetaling, uitbetaling.BedragCenten, Eenheid.Centen,
            uitbetaling.VervaltOp, partnerId: null),
    ];

    /// <param name="uitbetaling">The payout.</param>
    /// <param name="accountClosed">True when the person left meanwhile: nothing is booked on a closed account, so its minutes are let go.</param>
    public static Opdracht[] Posts(Uitbetaling uitbetaling, bool accountClosed) =>
    [
        Opdracht.Post(Derive(uitbetaling.CentenReserveringId, "betaald"), uitbetaling.CentenReserveringId),
        accountClosed
            ? Opdracht.Release(Derive(uitbetaling.MinutenReserveringId, "vrijgave"), uitbetaling.MinutenReserveringId)
            : Opdracht.Post(Derive(uitbetaling.MinutenReserveringId, "betaald"), uitbetaling.MinutenReserveringId),
    ];

    /// <summary>Hours, counters, minutes and cents are as if it had not been asked. A hold that ended by itself is let go already.</summary>
    public static async Task ReleaseAsync(
        NpgsqlConnection connection, Grootboek grootboek, IReadOnlyList<Uitbetaling> uitbetalingen, CancellationToken cancellationToken)
    {
        await ReleaseRowsAsync(connection, uitbetalingen, cancellationToken);
        var boekingen = await grootboek.BookAsync(connection, [.. uitbetalingen.SelectMany(Releases)], linked: false, cancellationToken);
        if (boekingen.FirstOrDefault(boeking => !IsReleased(boeking)) is { } wrong)
        {
            throw new InvalidOperationException($"Letting go of {wrong.OverboekingId} ended in {wrong.Outcome}.");
        }
    }

    /// <summary>The part of <see cref="ReleaseAsync"/> that is not the ledger's.</summary>
    public static async Task ReleaseRowsAsync(NpgsqlConnection connection, IReadOnlyList<Uitbetaling> uitbetalingen, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. uitbetalingen.Select(uitbetaling => uitbetaling.Id)];
        await UitbetaalbareUren.ReleaseAsync(connection, ids, cancellationToken);
        await VergoedingStore.SubtractAsync(connection, ids, cancellationToken);
    }

    public static Opdracht[] Releases(Uitbetaling uitbetaling) =>
    [
        Opdracht.Release(Derive(uitbetaling.MinutenReserveringId, "vrijgave"), uitbetaling.MinutenReserveringId),
        Opdracht.Release(Derive(uitbetaling.CentenReserveringId, "vrijgave"), uitbetaling.CentenReserveringId),
    ];

    public static bool IsReleased(Boeking boeking) => boeking.Outcome is Boekuitkomst.Booked or Boekuitkomst.ReserveringEnded;

    private static Guid Derive(Guid holdId, string what) => OverboekingId.Derive($"{Prefix}.{what}", holdId.ToString("D"));
}

using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>Ends a payout of which nothing comes.</summary>
internal sealed class Uitbetalingseinde(UnitOfWork work, Grootboek grootboek, TimeProvider clock)
{
    /// <summary>Why the platform itself took it back: nobody decided in time.</summary>
    public const string Expired = "verlopen";

    /// <summary>Why the platform itself took it back: the person left.</summary>
    public const string PersoonRemoved = "persoon-verwijderd";

    /// <summary>Lets go of everything that a locked payout holds.</summary>
    public async Task<Uitbetaling> EndAsync(
        NpgsqlConnection connection, Uitbetaling uitbetaling, Uitbetalingstatus status, string? redencode, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await UitbetalingStore.CloseAsync(connection, [uitbetaling.Id], status, bankstatus: null, [redencode], now, cancellationToken);
        await Uitbetalingsboeking.ReleaseAsync(connection, grootboek, [uitbetaling], cancellationToken);
        return uitbetaling with { Status = Words.Of(status), Redencode = redencode, AfgeslotenOp = now, Versie = uitbetaling.Versie + 1 };
    }

    /// <summary>Takes back a payout that nobody may pay any more, unless somebody was first.</summary>
    public async Task<bool> WithdrawAsync(Guid id, Guid partnerId, string redencode, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var uitbetaling = await UitbetalingStore.LockAsync(connection, id, partnerId, cancellationToken);
        if (uitbetaling?.StatusValue is not (Uitbetalingstatus.Aangevraagd or Uitbetalingstatus.Goedgekeurd))
        {
            return false;
        }

        await EndAsync(connection, uitbetaling, Uitbetalingstatus.Ingetrokken, redencode, cancellationToken);
        return true;
    }
}

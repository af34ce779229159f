using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.Lifestyle.Features.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>Places that come free go to who waits longest, in the transaction that frees them.</summary>
internal sealed class Wachtlijst(UnitOfWork work, Inschrijving inschrijving, TimeProvider clock)
{
    /// <summary>Somebody gives up a place or stops waiting; null when that was done.</summary>
    public async Task<(DeelnameRow? Row, Failure? Failure)> CancelAsync(Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        if (await LockAsync(connection, id, partnerId, cancellationToken) is not { } found)
            return (null, DeelnameFailures.Unknown);
        if (!IsExpected(found.Row))
            return (null, DeelnameFailures.NotActive);
        if (now >= found.Sessie.BegintOp)
            return (null, DeelnameFailures.CancelledTooLate);

        var cancelled = found.Row with { Version = found.Row.Version + 1, Status = Words.Of(Deelnamestatus.Afgemeld), AfgemeldOp = now };
        await DeelnameStore.UpdateAsync(connection, cancelled, cancellationToken);
        if (cancelled.PreventiebudgetId is not null)
            await Budgetboeking.ReleaseAsync(work, id, Vrijgavereden.Afgemeld, now, cancellationToken);
        await OfferFreePlacesAsync(connection, found.Sessie.Id, now, cancellationToken);
        return (cancelled, null);
    }

    /// <summary>Somebody takes the place that was kept for them.</summary>
    public async Task<(DeelnameRow? Row, Failure? Failure)> AcceptAsync(Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        if (await LockAsync(connection, id, partnerId, cancellationToken) is not { } found)
            return (null, DeelnameFailures.Unknown);
        if (found.Row.Status == Words.Of(Deelnamestatus.Verlopen) || found.Row.AangebodenTot <= now)
            return (null, DeelnameFailures.OfferExpired);
        if (found.Row.Status != Words.Of(Deelnamestatus.Aangeboden))
            return (null, DeelnameFailures.NothingOffered);

        var accepted = found.Row with { Version = found.Row.Version + 1, Status = Words.Of(Deelnamestatus.Aangemeld) };
        await DeelnameStore.UpdateAsync(connection, accepted, cancellationToken);
        if (await inschrijving.ReserveAsync(accepted, found.Sessie, now, cancellationToken) is { } unpaid)
            return (null, unpaid);
        inschrijving.Announce(accepted, found.Sessie, now);
        return (accepted, null);
    }

    /// <summary>Takes back what nobody answered in time and offers it to the next; gives how many offers expired.</summary>
    public async Task<int> ExpireAsync(Guid sessieId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        await SessiefeitenStore.LockAsync(connection, sessieId, cancellationToken);
        var expired = await DeelnameStore.ExpireOffersAsync(connection, sessieId, now, cancellationToken);
        await OfferFreePlacesAsync(connection, sessieId, now, cancellationToken);
        return expired;
    }

    /// <summary>Offers every free place of a session that this transaction has locked.</summary>
    public static async Task OfferFreePlacesAsync(NpgsqlConnection connection, Guid sessieId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessie = await SessiefeitenStore.LockAsync(connection, sessieId, cancellationToken);
        if (sessie is { FreePlaces: > 0, Stand.IsCancelled: false } && Bedenktijd.Deadline(now, sessie.BegintOp, sessie.BedenktijdMinuten) is { } until)
            await DeelnameStore.OfferAsync(connection, sessieId, sessie.FreePlaces, until, cancellationToken);
    }

    private static bool IsExpected(DeelnameRow row) => Words.Read<Deelnamestatus>(row.Status)
        is Deelnamestatus.Aangemeld or Deelnamestatus.Wachtlijst or Deelnamestatus.Aangeboden;

    // First the session, then what hangs on it: everybody locks in this order.
    private static async Task<(DeelnameRow Row, Sessiefeiten Sessie)?> LockAsync(
        NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken)
    {
        if (await DeelnameStore.FindAsync(connection, id, partnerId, cancellationToken) is not { } seen)
            return null;
        var sessie = await SessiefeitenStore.LockAsync(connection, seen.SessieId, cancellationToken);
        return (await DeelnameStore.ReadAsync(connection, id, cancellationToken), sessie!);
    }
}

using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>The budget that a caller is about to change: its own, locked, and at the version that the caller has seen.</summary>
internal static class OwnPreventiebudget
{
    /// <summary>Gives the locked row, or the failure that ends the request. Exactly one of the two is there.</summary>
    public static async Task<(PreventiebudgetRow? Row, Failure? Failure)> LockVersionAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);
        var row = await LockAsync(http, work, id);
        if (row is null)
            return (null, PreventiebudgetFailures.Unknown);
        return row.Version == version ? (row, null) : (null, RequestFailures.VersionOutdated);
    }

    /// <summary>The same for what only adds bookings, of which the order does not matter.</summary>
    public static async Task<PreventiebudgetRow?> LockAsync(HttpContext http, UnitOfWork work, Guid id) =>
        await PreventiebudgetStore.LockOwnAsync(await work.OpenAsync(http.RequestAborted), id, http.User.PartnerId(), http.RequestAborted);

    /// <summary>Stores the changed row and answers with it.</summary>
    public static async Task<PreventiebudgetAnswer> SaveAsync(HttpContext http, UnitOfWork work, PreventiebudgetRow changed)
    {
        await PreventiebudgetStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), changed, http.RequestAborted);
        ETags.Set(http, changed.Version);
        return PreventiebudgetAnswer.Of(changed);
    }

    /// <summary>Writes a booking that is about the budget as a whole, under the lock that the caller holds.</summary>
    public static async Task<BoekingRow> BookAsync(
        UnitOfWork work, Guid id, Boeking boeking, string? reden, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var last = await BoekingStore.LockAsync(connection, id, cancellationToken);
        var row = new BoekingRow { Id = Guid.CreateVersion7(now), BudgetId = id, Volgnummer = last!.Value + 1, Boeking = boeking, Reden = reden };
        await BoekingStore.InsertAsync(connection, [row], now, cancellationToken);
        return row;
    }
}

using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>The advertisement that a caller is about to change: managed by it, locked, open, and at the version that it has seen.</summary>
internal static class OwnAdvertentie
{
    /// <summary>Gives the locked row, or the failure that ends the request. Exactly one of the two is there.</summary>
    public static async Task<(AdvertentieRow? Row, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await AdvertentieStore.LockOwnAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return (null, RuilFailures.Unknown);
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated);
        return row.Status == Words.Of(AdvertentieStatus.Gesloten) ? (null, RuilFailures.Closed) : (row, null);
    }

    /// <summary>Stores the changed row as the next version and answers with it.</summary>
    public static async Task<AdvertentieAnswer> SaveAsync(HttpContext http, UnitOfWork work, AdvertentieRow changed, DateTimeOffset now)
    {
        var next = changed with { Version = changed.Version + 1, GewijzigdOp = now };
        await AdvertentieStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), next, http.RequestAborted);
        ETags.Set(http, next.Version);
        return AdvertentieAnswer.Of(next);
    }
}

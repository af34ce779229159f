using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary>The fund that a caller is about to change: managed by it, locked, open, and at the version that it has seen.</summary>
internal static class OwnWijkpot
{
    /// <summary>Gives the locked row, or the failure that ends the request. Exactly one of the two is there.</summary>
    public static async Task<(WijkpotRow? Row, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await WijkpotStore.LockAsync(connection, id, http.RequestAborted) is not { } row)
            return (null, WijkpotFailures.Unknown);
        if (row.PartnerId != http.User.PartnerId())
            return (null, WijkpotFailures.NotManaged);
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated);
        return row.GeslotenOp is null ? (row, null) : (null, WijkpotFailures.Closed);
    }

    /// <summary>Stores the changed row as the next version and answers with it.</summary>
    public static async Task<WijkpotAnswer> SaveAsync(HttpContext http, UnitOfWork work, WijkpotRow changed, DateTimeOffset now)
    {
        var next = changed with { Version = changed.Version + 1, GewijzigdOp = now };
        await WijkpotStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), next, http.RequestAborted);
        ETags.Set(http, next.Version);
        return WijkpotAnswer.Of(next);
    }
}

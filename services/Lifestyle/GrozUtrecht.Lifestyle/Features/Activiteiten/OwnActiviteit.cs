using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary>The activity that a caller is about to change: its own, locked, and at the version that the caller has seen.</summary>
internal static class OwnActiviteit
{
    /// <summary>Gives the locked row, or the failure that ends the request. Exactly one of the two is there.</summary>
    public static async Task<(ActiviteitRow? Row, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);

        var connection = await work.OpenAsync(http.RequestAborted);
        var row = await ActiviteitStore.LockOwnAsync(connection, id, http.User.PartnerId(), http.RequestAborted);
        if (row is null)
            return (null, ActiviteitFailures.Unknown);
        return row.Version == version ? (row, null) : (null, RequestFailures.VersionOutdated);
    }

    /// <summary>Stores the changed row as the next version and answers with it.</summary>
    public static async Task<ActiviteitAnswer> SaveAsync(HttpContext http, UnitOfWork work, ActiviteitRow changed)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        await ActiviteitStore.UpdateAsync(connection, changed, http.RequestAborted);
        ETags.Set(http, changed.Version);
        return ActiviteitAnswer.Of(changed, changed.PartnerId);
    }
}

using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>What every change of an agreement starts with.</summary>
internal static class OwnPraktijkovereenkomst
{
    /// <summary>The agreement, locked, for one of its two parties; or why not.</summary>
    public static async Task<(Praktijkovereenkomst? Agreement, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(http.RequestAborted);
        return await PraktijkovereenkomstStore.LockAsync(connection, id, partnerId, http.RequestAborted) switch
        {
            null => (null, OnderwijsFailures.Unknown),
            var agreement when !agreement.IsParty(partnerId) => (null, OnderwijsFailures.NotForYou),
            var agreement => (agreement, null),
        };
    }

    /// <summary>The same, when <c>If-Match</c> names the version that is there: a partner agrees to what it has read.</summary>
    public static async Task<(Praktijkovereenkomst? Agreement, Failure? Failure)> LockVersionAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (http.Request.Headers.IfMatch.Count == 0)
            return (null, RequestFailures.VersionMissing);
        var (agreement, failure) = await LockAsync(http, work, id);
        if (agreement is null)
            return (null, failure);
        return ETags.TryRead(http, out var version) && version == agreement.Versie ? (agreement, null) : (null, RequestFailures.VersionOutdated);
    }
}

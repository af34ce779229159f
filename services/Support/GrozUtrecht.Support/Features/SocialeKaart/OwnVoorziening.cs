using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>The voorziening that a caller is about to change: its own, locked, not ended, and at the version that it has seen.</summary>
internal static class OwnVoorziening
{
    /// <summary>Gives the locked row, or the failure that ends the request. Exactly one of the two is there.</summary>
    public static async Task<(VoorzieningRow? Row, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await VoorzieningStore.LockAsync(connection, http.User.PartnerId(), id, http.RequestAborted) is not { } row)
            return (null, KaartFailures.VoorzieningUnknown);
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated);
        return row.StatusValue == Kaartstatus.Beeindigd ? (null, KaartFailures.VoorzieningEnded) : (row, null);
    }

    /// <summary>Why what it points at cannot be pointed at; null when it can. The partner's entries are locked already.</summary>
    public static async Task<Failure?> RefuseLinksAsync(
        NpgsqlConnection connection, Guid partnerId, VoorzieningInhoud inhoud, CancellationToken cancellationToken)
    {
        if (!await KaartcategorieStore.AllExistAsync(connection, inhoud.DistinctCategorieen(), cancellationToken))
            return KaartFailures.CategorieUnknown;
        var locaties = inhoud.DistinctLocaties();
        return await LocatieStore.CountUsableAsync(connection, partnerId, locaties, cancellationToken) == locaties.Length
            ? null
            : KaartFailures.LocatieForeign;
    }

    /// <summary>Stores the changed row as the next version and answers with it.</summary>
    public static async Task<VoorzieningAnswer> SaveAsync(HttpContext http, UnitOfWork work, VoorzieningRow changed, DateTimeOffset now)
    {
        var next = changed with { Version = changed.Version + 1, GewijzigdOp = now };
        await VoorzieningStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), next, http.RequestAborted);
        ETags.Set(http, next.Version);
        return VoorzieningAnswer.Of(next, next.PartnerId, now);
    }
}

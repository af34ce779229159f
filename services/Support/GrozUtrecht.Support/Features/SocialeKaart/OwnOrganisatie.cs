using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>The organisation that a caller is about to change: its own, locked, not ended, and at the version that it has seen.</summary>
internal static class OwnOrganisatie
{
    /// <summary>Gives the locked row, or the failure that ends the request. Exactly one of the two is there.</summary>
    public static async Task<(OrganisatieRow? Row, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await OrganisatieStore.LockAsync(connection, http.User.PartnerId(), id, http.RequestAborted) is not { } row)
            return (null, KaartFailures.OrganisatieUnknown);
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated);
        return row.StatusValue == Kaartstatus.Beeindigd ? (null, KaartFailures.OrganisatieEnded) : (row, null);
    }

    /// <summary>Stores the changed row as the next version and answers with it.</summary>
    public static async Task<OrganisatieAnswer> SaveAsync(HttpContext http, UnitOfWork work, OrganisatieRow changed, DateTimeOffset now)
    {
        var next = changed with { Version = changed.Version + 1, GewijzigdOp = now };
        await OrganisatieStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), next, http.RequestAborted);
        ETags.Set(http, next.Version);
        return OrganisatieAnswer.Of(next, next.PartnerId);
    }
}

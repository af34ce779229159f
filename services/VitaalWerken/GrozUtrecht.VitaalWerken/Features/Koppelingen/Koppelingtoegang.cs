using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>A koppeling and on which side the caller stands; null is the network's coordinator, who answers for neither.</summary>
internal sealed record GevondenKoppeling(KoppelingRow Row, Koppelingzijde? Zijde);

/// <summary>Who may see a koppeling: both sides and the coordinators of the company's network; to others it does not exist.</summary>
internal static class Koppelingtoegang
{
    public static async Task<GevondenKoppeling?> FindAsync(NpgsqlConnection connection, Guid id, HttpContext http) =>
        await SeenAsync(connection, await KoppelingStore.FindAsync(connection, id, http.RequestAborted), http);

    /// <summary>The koppeling of the version in If-Match, locked for a step; or why not.</summary>
    public static async Task<(GevondenKoppeling? Koppeling, Failure? Failure)> TakeAsync(UnitOfWork work, Guid id, HttpContext http)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);
        var connection = await work.OpenAsync(http.RequestAborted);
        // Who may not see it does not wait for its lock either.
        if (await FindAsync(connection, id, http) is not { } seen || await KoppelingStore.LockAsync(connection, id, http.RequestAborted) is not { } row)
            return (null, KoppelingFailures.Unknown);
        return row.Version == version ? (seen with { Row = row }, null) : (null, RequestFailures.VersionOutdated);
    }

    private static async Task<GevondenKoppeling?> SeenAsync(NpgsqlConnection connection, KoppelingRow? row, HttpContext http)
    {
        if (row is null)
            return null;
        var partnerId = http.User.PartnerId();
        if (row.BedrijfPartnerId == partnerId)
            return new(row, Koppelingzijde.Bedrijf);
        if (row.LeverancierPartnerId == partnerId)
            return new(row, Koppelingzijde.Leverancier);
        return await Toegang.IsCoordinatorAsync(connection, row.Gebied, http.User, http.RequestAborted) ? new(row, null) : null;
    }
}

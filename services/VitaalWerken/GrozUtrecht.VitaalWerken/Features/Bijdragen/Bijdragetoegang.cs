using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>A contribution, and the one side on which the caller stands.</summary>
internal sealed record Bijdragetoegang(BijdrageRow Row, Bijdragekant Kant)
{
    /// <summary>
    /// The contribution as this caller may see it; null when it is nothing to them. Who receives is the receiver only, also when it
    /// coordinates the network: nobody confirms what it delivered itself.
    /// </summary>
    public static async Task<Bijdragetoegang?> FindAsync(NpgsqlConnection connection, Guid id, HttpContext http, bool isLocked)
    {
        if (await BijdrageStore.FindAsync(connection, id, isLocked, http.RequestAborted) is not { } row)
            return null;
        if (row.OntvangerPartnerId == http.User.PartnerId())
            return new(row, Bijdragekant.Ontvanger);
        return await Toegang.FindAsync(connection, row.BedrijfId, http.User, isLocked: false, http.RequestAborted) is null
            ? null
            : new(row, Bijdragekant.Gever);
    }

    /// <summary>The contribution that the caller is about to change, locked and at the version that it has seen; or the failure.</summary>
    public static async Task<(Bijdragetoegang? Toegang, Failure? Failure)> LockAsync(HttpContext http, UnitOfWork work, Guid id)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing);
        if (await FindAsync(await work.OpenAsync(http.RequestAborted), id, http, isLocked: true) is not { } toegang)
            return (null, BijdrageFailures.Unknown);
        return toegang.Row.Version == version ? (toegang, null) : (null, RequestFailures.VersionOutdated);
    }
}

using GrozUtrecht.VitaalWerken.Data.Behoeften;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>The scan that a caller may see.</summary>
internal static class EigenScan
{
    /// <summary>The scan of this company and in which capacity the caller sees it; null when it is nothing to them.</summary>
    public static async Task<(ScanRow Row, Rol Rol)?> FindAsync(NpgsqlConnection connection, Guid bedrijfId, Guid id, HttpContext http, bool isLocked)
    {
        if (await Toegang.FindAsync(connection, bedrijfId, http.User, isLocked: false, http.RequestAborted) is not { } toegang)
            return null;
        var row = isLocked
            ? await ScanStore.LockAsync(connection, id, http.RequestAborted)
            : await ScanStore.FindAsync(connection, id, http.RequestAborted);
        return row is not null && row.BedrijfId == bedrijfId ? (row, toegang.Rol) : null;
    }
}

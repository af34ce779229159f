using GrozUtrecht.Lifestyle.Data.OpenData;
using GrozUtrecht.Lifestyle.Features.Open;
using GrozUtrecht.ServiceDefaults.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>
/// One bounded step of the writer of the feeds, in one transaction that holds the stand from before the first number is given out until
/// after the items are visible. So whoever has read up to a number has seen everything below it, for ever.
/// </summary>
internal sealed class OpenActiveBatch(UnitOfWork work, IOptions<OpenSettings> settings)
{
    private static readonly TimeSpan KeepEnded = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeepTombstones = TimeSpan.FromDays(30);
    private static readonly TimeSpan PlacesEvery = TimeSpan.FromMinutes(1);

    /// <summary>Takes what changed; false when nothing is left, or when another writer is at it.</summary>
    public async Task<bool> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        // A replica of a newer release writes in a newer shape: this one must not write over it.
        if (await OpenActiveItems.TryLockAsync(connection, cancellationToken) is not { } stand || stand.Vorm > OpenActiveMapping.Vorm)
            return false;
        if (stand.Vorm < OpenActiveMapping.Vorm || stand.Adres != settings.Value.Adres)
            await OpenActiveMarks.MarkAllAsync(connection, cancellationToken);

        // Microseconds: after a restore from a backup the numbers go on above everything that was ever handed out.
        var modified = Math.Max(stand.Modified, Microseconds(now));
        var activiteiten = await OpenActiveMarks.TakeActiviteitenAsync(connection, now - KeepEnded, cancellationToken);
        if (activiteiten.Length > 0)
            modified += await StoreSeriesAsync(connection, activiteiten, modified, now, cancellationToken);
        var sessies = await OpenActiveMarks.TakeSessiesAsync(connection, Microseconds(now - PlacesEvery), cancellationToken);
        if (sessies.Length > 0)
            modified += await StoreSessionsAsync(connection, sessies, modified, now, cancellationToken);

        await OpenActiveItems.SaveAsync(connection, new(modified, OpenActiveMapping.Vorm, settings.Value.Adres), cancellationToken);
        return activiteiten.Length > 0 || sessies.Length > 0;
    }

    /// <summary>Marks sessions that are over, and forgets old tombstones.</summary>
    public async Task<bool> TidyAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await OpenActiveItems.TryLockAsync(connection, cancellationToken) is null)
            return false;

        await OpenActiveMarks.MarkEndedAsync(connection, now, cancellationToken);
        await OpenActiveItems.PurgeAsync(connection, now - KeepTombstones, cancellationToken);
        return true;
    }

    private async Task<int> StoreSeriesAsync(NpgsqlConnection connection, Guid[] ids, long after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = (await OpenActiveSources.SeriesAsync(connection, ids, cancellationToken)).ToDictionary(row => row.Id);
        var patterns = await OpenActiveSources.PatternsAsync(connection, ids, now, cancellationToken);
        var items = ids.Select(id => new RenderedItem(
            id, rows.TryGetValue(id, out var row) ? OpenActiveMapping.Series(row, patterns[id], settings.Value.Adres) : null, null));
        return await OpenActiveItems.StoreAsync(connection, OpenActiveFeed.Series, [.. items], after, now, cancellationToken);
    }

    private async Task<int> StoreSessionsAsync(NpgsqlConnection connection, Guid[] ids, long after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = (await OpenActiveSources.SessionsAsync(connection, ids, now - KeepEnded, cancellationToken)).ToDictionary(row => row.Id);
        var items = ids.Select(id => rows.TryGetValue(id, out var row)
            ? new RenderedItem(id, OpenActiveMapping.Session(row, settings.Value.Adres), row.EindigtOp + KeepEnded)
            : new RenderedItem(id, null, null));
        return await OpenActiveItems.StoreAsync(connection, OpenActiveFeed.Sessions, [.. items], after, now, cancellationToken);
    }

    private static long Microseconds(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}

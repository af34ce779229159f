using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Koppelingen;

/// <summary>
/// All offers as proposals see them, in memory, and every time as they are in the database: each question first reads what changed.
/// Every replica has one of its own, brought up to date by one caller at a time.
/// </summary>
internal sealed class AanbodIndex(NpgsqlDataSource database) : IDisposable
{
    /// <summary>How many suppliers are read by one statement.</summary>
    private const int Batch = 2_000;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<Guid, IReadOnlyList<AanbodProfiel>> byLeverancier = [];
    private AanbodSnapshot snapshot = AanbodSnapshot.Empty;
    private string since = Wijzigingen.Never;
    private long begun;
    private long done;

    /// <summary>
    /// The offers as they are in the database now, or later: everything that was committed before this call is in it. Who waits while
    /// another reads shares the next reading with all others who wait. Who asks must not hold a connection.
    /// </summary>
    public async Task<AanbodSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Who asked may leave; who else waits still wants the answer.
        return await ReadAsync().WaitAsync(cancellationToken);
    }

    public void Dispose() => gate.Dispose();

    private async Task<AanbodSnapshot> ReadAsync()
    {
        var arrival = Volatile.Read(ref begun);
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            if (done <= arrival)
            {
                var number = begun + 1;
                Volatile.Write(ref begun, number);
                await CatchUpAsync();
                done = number;
            }

            return snapshot;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task CatchUpAsync()
    {
        await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
        var changes = await Wijzigingen.SinceAsync(connection, since, CancellationToken.None);
        if (changes.IsSetBack)
        {
            byLeverancier.Clear();
            snapshot = AanbodSnapshot.Empty;
            changes = await Wijzigingen.SinceAsync(connection, Wijzigingen.Never, CancellationToken.None);
        }

        if (changes.LeverancierIds is not [])
        {
            // Read after the changes were found, so that it is never older than what is said below to be known.
            foreach (var ids in changes.LeverancierIds.Chunk(Batch))
                Replace(ids, await AanbodProfielStore.ReadAsync(connection, ids, CancellationToken.None));
            snapshot = new([.. byLeverancier.Values.SelectMany(aanbod => aanbod)]);
        }

        since = changes.Snapshot;
    }

    private void Replace(Guid[] leverancierIds, IReadOnlyList<AanbodProfiel> read)
    {
        foreach (var id in leverancierIds)
            byLeverancier.Remove(id);
        foreach (var group in read.GroupBy(aanbod => aanbod.Leverancier.Id))
            byLeverancier[group.Key] = [.. group];
    }
}

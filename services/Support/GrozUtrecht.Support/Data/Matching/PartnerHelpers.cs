using GrozUtrecht.Support.Domain.Matching;
using Npgsql;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>The helpers of one partner in memory, brought up to date by one caller at a time.</summary>
internal sealed class PartnerHelpers(Guid partnerId) : IDisposable
{
    /// <summary>How many helpers are read by one statement.</summary>
    private const int Batch = 2_000;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<Guid, Profiel> shown = [];
    private readonly Dictionary<Guid, Profiel> alone = [];
    private readonly Dictionary<Guid, Guid> maatjeOf = [];
    private string since = Wijzigingen.Never;
    private long begun;
    private long done;

    public Guid PartnerId => partnerId;

    public HelperSnapshot Snapshot { get; private set; } = HelperSnapshot.Empty;

    /// <summary>
    /// The helpers as they are in the database now, or later: everything that was committed before this call is in it. Who waits while
    /// another reads shares the next reading with all others who wait.
    /// </summary>
    public async Task<HelperSnapshot> ReadAsync(NpgsqlDataSource database, TimeProvider clock)
    {
        var arrival = Volatile.Read(ref begun);
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            if (done <= arrival)
            {
                var number = begun + 1;
                Volatile.Write(ref begun, number);
                await CatchUpAsync(database, clock.GetUtcNow());
                done = number;
            }

            return Snapshot;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task CatchUpAsync(NpgsqlDataSource database, DateTimeOffset now)
    {
        await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
        var changes = await Wijzigingen.SinceAsync(connection, partnerId, since, CancellationToken.None);
        if (changes.IsSetBack)
        {
            Forget();
            changes = await Wijzigingen.SinceAsync(connection, partnerId, Wijzigingen.Never, CancellationToken.None);
        }

        if (changes.HelperIds is not [])
        {
            // Read after the changes were found, so that it is never older than what is said below to be known.
            var rows = new List<ProfielRow>(changes.HelperIds.Length);
            foreach (var batch in changes.HelperIds.Chunk(Batch))
            {
                rows.AddRange(await ProfielStore.ReadAsync(connection, partnerId, batch, now, CancellationToken.None));
            }

            Apply(changes.HelperIds, rows);
        }

        since = changes.Snapshot;
    }

    private void Forget()
    {
        shown.Clear();
        alone.Clear();
        maatjeOf.Clear();
        Snapshot = HelperSnapshot.Empty;
    }

    private void Apply(Guid[] changed, IReadOnlyList<ProfielRow> rows)
    {
        foreach (var id in changed)
        {
            alone.Remove(id);
            maatjeOf.Remove(id);
        }

        foreach (var row in rows)
        {
            alone[row.Id] = row.ToDomain(null);
            if (row.MaatjeId is { } maatjeId)
            {
                maatjeOf[row.Id] = maatjeId;
            }
        }

        // Whose maatje changed has changed as well.
        var touched = changed.ToHashSet();
        touched.UnionWith([.. maatjeOf.Where(pair => touched.Contains(pair.Value)).Select(pair => pair.Key)]);
        List<Profiel> gone = [], come = [];
        foreach (var id in touched)
        {
            if (shown.Remove(id, out var before))
            {
                gone.Add(before);
            }

            if (alone.TryGetValue(id, out var profiel))
            {
                come.Add(shown[id] = Together(profiel));
            }
        }

        Snapshot = Snapshot.With(gone, come);
    }

    private Profiel Together(Profiel profiel) =>
        maatjeOf.TryGetValue(profiel.HelperId, out var maatjeId) && alone.TryGetValue(maatjeId, out var maatje) ? profiel with { Maatje = maatje } : profiel;
}

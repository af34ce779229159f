using GrozUtrecht.Tijdbank.Data.Zegels;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>Seals while something else is measured, as the service does beside its requests.</summary>
internal sealed class SealLoop : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly Npgsql.NpgsqlDataSource source;
    private readonly Verzegeling verzegeling;
    private readonly Task loop;

    public SealLoop(LedgerDatabase database)
    {
        source = database.CreateServiceSource();
        verzegeling = new Verzegeling(source, TimeProvider.System, NullLogger<Verzegeling>.Instance);
        loop = Task.Run(RunAsync);
    }

    /// <summary>Seals all there is, so that what is measured next does not pay for what was booked before.</summary>
    public static async Task CatchUpAsync(LedgerDatabase database)
    {
        await using var own = database.CreateServiceSource();
        using var sealer = new Verzegeling(own, TimeProvider.System, NullLogger<Verzegeling>.Instance);
        while (await database.ScalarAsync<bool>(
            "select exists (select from grootboek.overboeking where volgnummer > (select coalesce(max(laatste_volgnummer), 0) from grootboek.zegel))"))
        {
            await sealer.RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        verzegeling.Dispose();
        stop.Dispose();
        await source.DisposeAsync();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
                await verzegeling.RunAsync(TimeProvider.System.GetUtcNow(), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The measurement is over.
        }
    }
}

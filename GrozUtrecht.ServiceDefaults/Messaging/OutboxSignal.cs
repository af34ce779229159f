namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>Tells this process' relay that a commit left something to publish. Any number of raises is one wake.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0);
    private int raised;

    public void Raise()
    {
        if (Interlocked.Exchange(ref raised, 1) == 0)
            semaphore.Release();
    }

    /// <summary>Returns at a raise, or after <paramref name="atMost"/> so that what other replicas left is found too.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (await semaphore.WaitAsync(atMost, cancellationToken))
            Volatile.Write(ref raised, 0);
    }

    public void Dispose() => semaphore.Dispose();
}

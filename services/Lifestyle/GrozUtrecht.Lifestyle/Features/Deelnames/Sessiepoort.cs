namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>
/// Lets a few requests at a time through to one session. Everybody who wants the same session waits for the same row anyway; waiting here
/// costs no connection and no wake-up of the database, which makes a rush go much faster. Who is right is decided by the database alone:
/// another replica has its own gates, and sessions that share a gate only wait a little longer.
/// </summary>
internal sealed class Sessiepoorten : IDisposable
{
    private const int Gates = 128;

    /// <summary>One is writing while the next one reads.</summary>
    private const int AtOnce = 2;

    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(AtOnce))];

    public SemaphoreSlim Of(Guid sessieId) => gates[(uint)sessieId.GetHashCode() % Gates];

    public void Dispose()
    {
        foreach (var gate in gates)
            gate.Dispose();
    }
}

/// <summary>The gate that one request went through. It closes behind the request when that is over, which is after its commit.</summary>
internal sealed class Sessiepoort(Sessiepoorten poorten) : IDisposable
{
    private SemaphoreSlim? entered;

    /// <summary>Waits for a turn at one session; a request goes through one gate.</summary>
    public async Task EnterAsync(Guid sessieId, CancellationToken cancellationToken)
    {
        if (entered is not null)
            throw new InvalidOperationException("A request that holds one gate and waits for another could wait for ever.");
        var gate = poorten.Of(sessieId);
        await gate.WaitAsync(cancellationToken);
        entered = gate;
    }

    public void Dispose() => entered?.Release();
}

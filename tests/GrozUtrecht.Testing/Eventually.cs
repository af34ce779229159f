using System.Diagnostics;

namespace GrozUtrecht.Testing;

/// <summary>Waits for a condition itself, never for a time in which it ought to have come true.</summary>
public static class Eventually
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns once the condition holds, or fails with <paramref name="what"/> after the timeout.</summary>
    public static Task Async(Func<bool> condition, TimeSpan? timeout = null, string what = "the condition") =>
        Async(() => Task.FromResult(condition()), timeout, what);

    /// <inheritdoc cref="Async(Func{bool}, TimeSpan?, string)"/>
    public static async Task Async(Func<Task<bool>> condition, TimeSpan? timeout = null, string what = "the condition")
    {
        var limit = timeout ?? DefaultTimeout;
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > limit)
                throw new TimeoutException($"Waited {limit.TotalSeconds:0.#} s for {what}.");
            await Task.Delay(Interval);
        }
    }
}

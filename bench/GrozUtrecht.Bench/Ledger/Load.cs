using System.Diagnostics;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>Callers that each do one thing after the other, counted for a while after a warm-up.</summary>
internal static class Load
{
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);

    /// <returns>How many were done per second.</returns>
    public static async Task<double> RunAsync(int callers, Func<int, Func<Task>> makeCaller)
    {
        var done = new long[callers];
        using var stop = new CancellationTokenSource();
        var running = Enumerable.Range(0, callers).Select(number => Task.Run(async () =>
        {
            var call = makeCaller(number);
            while (!stop.IsCancellationRequested)
            {
                await call();
                done[number]++;
            }
        })).ToList();
        await Task.Delay(WarmUp);
        var before = done.Sum();
        var watch = Stopwatch.StartNew();
        await Task.Delay(Duration);
        var count = done.Sum() - before;
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await Task.WhenAll(running);
        return count / seconds;
    }

    /// <returns>The time of each call of one caller alone, in milliseconds, in order of length.</returns>
    public static async Task<double[]> LatencyAsync(Func<Task> call, int count)
    {
        var times = new double[count];
        for (var number = -count / 4; number < count; number++)
        {
            var watch = Stopwatch.StartNew();
            await call();
            if (number >= 0)
                times[number] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }
}

using System.Diagnostics;

namespace GrozUtrecht.Bench.Candidates;

/// <summary>Requests at a fixed rate, whether or not earlier ones were answered, each timed from when it should have been sent.</summary>
internal static class OpenLoad
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <returns>The times in milliseconds, in order of length.</returns>
    public static async Task<double[]> RunAsync(int perSecond, TimeSpan duration, Func<int, Task> send)
    {
        var running = new Task<double>[(int)(perSecond * duration.TotalSeconds)];
        var interval = TimeSpan.FromSeconds(1.0 / perSecond);
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Tick);
        for (var next = 0; next < running.Length && await timer.WaitForNextTickAsync();)
        {
            for (; next < running.Length && Stopwatch.GetElapsedTime(start) >= interval * next; next++)
            {
                var number = next;
                running[number] = Task.Run(() => TimeAsync(number, interval * number));
            }
        }

        var times = await Task.WhenAll(running);
        Array.Sort(times);
        return times;

        async Task<double> TimeAsync(int number, TimeSpan due)
        {
            await send(number);
            return (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
        }
    }
}

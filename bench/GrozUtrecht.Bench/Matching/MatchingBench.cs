using System.Diagnostics;
using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Bench.Matching;

/// <summary>The optimiser of Support beside optimisers of others: the same instance in the same run, and the same value.</summary>
internal static class MatchingBench
{
    private const int Warm = 12;
    private const int Measured = 7;

    public static async Task RunAsync(string? part)
    {
        using var reference = new Reference();
        if (part is null or "sparse")
            await SparseAsync(reference);
        if (part is null or "dense")
            await DenseAsync(reference);
        if (part is null or "conflicts")
            await ConflictsAsync(reference);
        Console.WriteLine();
        Console.WriteLine($"Peak memory of this process: {PeakMegabytes()} MB.");
    }

    private static async Task SparseAsync(Reference reference)
    {
        Console.WriteLine("| asks × helpers × candidates | ours: CPU s | wall s | LEMON network simplex: CPU s | ratio | value | peak MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var asks in new[] { 2_500, 5_000, 10_000 })
        {
            await CompareAsync($"{asks:N0} × {asks * 4:N0} × 20, random", Instance.Random(asks, asks * 4, 20), reference);
            await CompareAsync($"{asks:N0} × {asks * 4:N0} × 20, geographic", Instance.Geographic(asks, asks * 4, 20), reference);
        }

        await CompareAsync("5,000 × 3,000 × 20, geographic: too few helpers", Instance.Geographic(5_000, 3_000, 20), reference);
    }

    private static async Task CompareAsync(string name, Instance instance, Reference reference)
    {
        var classes = instance.Vragen.Select(it => it.UrgencyClass).Distinct().Order().ToArray();
        var gewichten = Gewichten.Create(classes.Length, instance.Vragen.Sum(it => it.Plekken), instance.Items.Max(it => it.Points));
        Int128 Weigh(Mogelijkheid item) => gewichten.Of(Array.BinarySearch(classes, instance.Vragen[item.Vraag].UrgencyClass), item);

        var (uitkomst, cpu, wall) = Measure(instance);
        var value = uitkomst.Chosen.Aggregate(Int128.Zero, (sum, index) => sum + Weigh(instance.Items[index]));
        List<double> theirs = [];
        var same = "not compared";
        for (var round = 0; round < Measured && await reference.LemonAsync(instance, Weigh) is { } other; round++)
        {
            theirs.Add(other.Cpu);
            same = other.Value == value ? "equal" : "DIFFERENT";
        }

        var lemon = theirs.Count == 0 ? double.NaN : Median(theirs);
        Console.WriteLine($"| {name} | {cpu:0.000} | {wall:0.000} | {lemon:0.000} | {cpu / lemon:0.00} | {same} | {PeakMegabytes()} |");
    }

    private static async Task DenseAsync(Reference reference)
    {
        Console.WriteLine();
        Console.WriteLine("| dense | ours: CPU s | wall s | scipy: CPU s | ratio | value |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var size in new[] { 500, 1_000, 2_000 })
        {
            var instance = Instance.Dense(size);
            var (uitkomst, cpu, wall) = Measure(instance);
            var other = await reference.DenseAsync(instance);
            var same = other is null ? "not compared" : other.Value.Value == uitkomst.Waarde.Points ? "equal" : "DIFFERENT";
            Console.WriteLine($"| {size:N0} × {size:N0} | {cpu:0.000} | {wall:0.000} | {other?.Cpu:0.000} | {cpu / other?.Cpu:0.00} | {same} |");
        }
    }

    private static async Task ConflictsAsync(Reference reference)
    {
        Console.WriteLine();
        Console.WriteLine("| with times, asks × helpers × candidates, seed | ours: CPU s | branches | proven | scipy milp: CPU s | value |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (asks, helpers, candidates, seeds) in new (int, int, int, int[])[]
        {
            (100, 60, 5, [7, 8, 9]), (300, 300, 5, [7, 8]), (1_000, 2_000, 5, [7]), (300, 150, 5, [1, 2, 3, 4, 7]), (300, 150, 20, [1, 2, 3, 4, 7]), (1_000, 500, 5, [7]),
        })
        {
            foreach (var seed in seeds)
                await CompareWithTimesAsync(asks, helpers, candidates, seed, reference);
        }

        // More than scipy's milp finishes in the time of a bench.
        foreach (var (asks, helpers, candidates) in new[] { (5_000, 20_000, 20), (5_000, 5_000, 5) })
            await CompareWithTimesAsync(asks, helpers, candidates, seed: 7, reference: null);
    }

    private static async Task CompareWithTimesAsync(int asks, int helpers, int candidates, int seed, Reference? reference)
    {
        var instance = Instance.WithTimes(asks, helpers, candidates, seed);
        var rounds = asks >= 1_000 ? 1 : 3;
        var (uitkomst, cpu, _) = Measure(instance, rounds, rounds);
        var other = reference is null ? null : await reference.MilpAsync(instance);
        long[] terms = [.. uitkomst.Waarde.Filled, uitkomst.Waarde.Points, uitkomst.Waarde.NeverAsked];
        var same = other is null ? "not compared" : other.Value.Terms.SequenceEqual(terms) ? "equal" : $"DIFFERENT: {string.Join(' ', other.Value.Terms)}";
        var proven = uitkomst.IsOptimal ? "yes" : $"no, at most {uitkomst.Bound} against {uitkomst.Waarde}";
        Console.WriteLine($"| {asks:N0} × {helpers:N0} × {candidates}, {seed} | {cpu:0.000} | {uitkomst.Nodes} | {proven} | {other?.Cpu:0.000} | {same} |");
    }

    private static (Uitkomst Uitkomst, double Cpu, double Wall) Measure(Instance instance, int warm = Warm, int measured = Measured)
    {
        var uitkomst = instance.Solve();
        for (var round = 1; round < warm; round++)
            instance.Solve();

        List<double> cpus = [], walls = [];
        for (var round = 0; round < measured; round++)
        {
            // What the rounds before left behind is not this one's to clean up; what it makes itself is.
            GC.Collect();
            var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            instance.Solve();
            walls.Add(watch.Elapsed.TotalSeconds);
            cpus.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }

        return (uitkomst, Median(cpus), Median(walls));
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1_048_576;
    }
}

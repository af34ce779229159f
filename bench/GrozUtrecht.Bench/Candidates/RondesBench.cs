using System.Diagnostics;
using System.Diagnostics.Metrics;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Domain.Rondes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Bench.Candidates;

/// <summary>A whole run over an area, from the tables to the plan: half of the hulpvragen are one visit, half of them eight weekly ones.</summary>
internal static class RondesBench
{
    private static readonly int[] Sizes = [1_250, 2_500, 5_000];

    public static async Task RunAsync()
    {
        Console.WriteLine($"| hulpvragen × {CandidatesDatabase.Helpers:N0} helpers | read s | plan s | processor s | mogelijkheden | koppelingen | points (at most) | live MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var size in Sizes)
        {
            await Console.Error.WriteLineAsync($"preparing {size:N0} hulpvragen");
            await using var database = await CandidatesDatabase.CreateAsync(size);
            await PrintAsync(database, size);
        }
    }

    private static async Task PrintAsync(CandidatesDatabase database, int size)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var index = new HelperIndex(database.Source, TimeProvider.System, Options.Create(new HelperIndexSettings()), services.GetRequiredService<IMeterFactory>());
        var now = TimeProvider.System.GetUtcNow();
        var watch = Stopwatch.StartNew();
        var helpers = await index.OfAsync(database.PartnerId, CancellationToken.None);
        await using var connection = await database.Source.OpenConnectionAsync();
        var open = await OpenVraagStore.ListAsync(connection, database.PartnerId, null, null, size, now, CancellationToken.None);
        var read = watch.Elapsed;

        watch.Restart();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var plan = new Ronde([.. open.Select(vraag => new Rondevraag(vraag.Beeld, vraag.VrijePlekken))], helpers, Plaatsen.Reistijd, Matchingregels.Default, now)
            .Plan(CancellationToken.None);
        var planned = watch.Elapsed;
        var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(
            $"| {open.Count:N0} | {read.TotalSeconds:0.0} | {planned.TotalSeconds:0.0} | {processor.TotalSeconds:0.0} | {plan.MogelijkheidCount:N0} | {plan.Koppelingen.Count:N0} | {plan.Points:N0} ({(plan.IsOptimal ? "proven" : plan.PointsBound?.ToString("N0") ?? "a place may be left")}) | {GC.GetTotalMemory(forceFullCollection: true) >> 20} |");
        GC.KeepAlive(index);
    }
}

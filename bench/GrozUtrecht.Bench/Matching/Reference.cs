using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Bench.Matching;

/// <summary>Optimisers by others, run as programs on a file with the same instance.</summary>
internal sealed class Reference : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("groz-matching-");
    private string? lemon;

    public void Dispose() => directory.Delete(recursive: true);

    /// <summary>LEMON's network simplex; null when it cannot be compiled here.</summary>
    public async Task<(Int128 Value, double Cpu, double Wall)?> LemonAsync(Instance instance, Func<Mogelijkheid, Int128> weigh)
    {
        if (lemon is null)
        {
            lemon = Path.Combine(directory.FullName, "lemon");
            if (await RunAsync("g++", "-O2", "-o", lemon, Script("lemon.cpp"), "-llemon") is null)
            {
                lemon = null;
                Console.WriteLine("LEMON's network simplex cannot be compiled here: apt install g++ liblemon-dev");
                return null;
            }
        }

        var path = Path.Combine(directory.FullName, "sparse.txt");
        await using (var file = new StreamWriter(path))
        {
            await file.WriteLineAsync($"{instance.Vragen.Length} {instance.Aanbod.Length} {instance.Items.Length}");
            await file.WriteLineAsync(string.Join(' ', instance.Vragen.Select(it => it.Plekken)));
            await file.WriteLineAsync(string.Join(' ', instance.Aanbod.Select(it => it.Capacity)));
            foreach (var item in instance.Items)
                await file.WriteLineAsync($"{item.Vraag} {item.Aanbod} {weigh(item)}");
        }

        return await RunAsync(lemon, path) is [var value, var cpu, var wall, ..] ? (Int128.Parse(value), Number(cpu), Number(wall)) : null;
    }

    /// <summary>scipy's linear_sum_assignment.</summary>
    public async Task<(long Value, double Cpu, double Wall)?> DenseAsync(Instance instance)
    {
        var path = Path.Combine(directory.FullName, "dense.bin");
        await using (var file = new BinaryWriter(File.Create(path)))
        {
            file.Write(instance.Vragen.Length);
            foreach (var item in instance.Items)
                file.Write(item.Points);
        }

        return await PythonAsync("dense.py", path) is [var value, var cpu, var wall] ? (long.Parse(value), Number(cpu), Number(wall)) : null;
    }

    /// <summary>scipy's milp on the rules written out: the terms of the value in order, and the seconds.</summary>
    public async Task<(long[] Terms, double Cpu)?> MilpAsync(Instance instance)
    {
        var path = Path.Combine(directory.FullName, "milp.json");
        await using (var file = File.Create(path))
            await JsonSerializer.SerializeAsync(file, Rules.Write(instance), JsonSerializerOptions.Web);

        return await PythonAsync("milp.py", path) is [.. var terms, var cpu] && terms.Length > 0 ? ([.. terms.Select(long.Parse)], Number(cpu)) : null;
    }

    private static async Task<string[]?> PythonAsync(string script, string path)
    {
        var answer = await RunAsync(Python, Script(script), path);
        if (answer is null)
            Console.WriteLine("scipy did not run here: apt install python3-scipy");
        return answer;
    }

    private static async Task<string[]?> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // One thread, as ours.
        start.Environment["OMP_NUM_THREADS"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode == 0)
                return output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

            await Console.Error.WriteLineAsync(await errors);
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // Where ./groz starts us: the root of the repository.
    private static string Script(string name) => Path.Combine("bench", "matching", name);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

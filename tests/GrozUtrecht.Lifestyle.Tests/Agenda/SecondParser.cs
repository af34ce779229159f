using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Agenda;

/// <summary>Asks ical.js, which knows nothing of us: see <c>build/ical</c>.</summary>
internal static class SecondParser
{
    private static readonly string Program = Path.Combine(Repository.Root, "build", "ical", "read.mjs");

    /// <summary>The days of each recurrence rule, from its first day on.</summary>
    public static async Task<IReadOnlyList<DateOnly[]>> ExpandAsync(IEnumerable<(string Rule, DateOnly Start, int Limit)> rules)
    {
        var answers = await AskAsync(rules.Select(rule => JsonSerializer.Serialize(new { rule = rule.Rule, start = $"{rule.Start:yyyy-MM-dd}", limit = rule.Limit })));
        return [.. answers.Select(answer => answer.AsArray().Select(day => DateOnly.Parse((string)day!, null)).ToArray())];
    }

    /// <summary>What a calendar says: its name and its events, with moments in UTC.</summary>
    public static async Task<JsonNode> ReadAsync(string calendar) => (await AskAsync([JsonSerializer.Serialize(new { calendar })]))[0];

    private static async Task<IReadOnlyList<JsonNode>> AskAsync(IEnumerable<string> questions)
    {
        Assert.True(
            Directory.Exists(Path.Combine(Path.GetDirectoryName(Program)!, "node_modules")), "ical.js is not installed. Run ./groz test, or npm ci in build/ical.");
        using var process = Process.Start(new ProcessStartInfo("node", [Program])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        foreach (var question in questions)
            await process.StandardInput.WriteLineAsync(question);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}

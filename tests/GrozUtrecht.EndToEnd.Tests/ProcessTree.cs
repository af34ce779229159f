using System.Globalization;
using GrozUtrecht.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>A process and all that it started, as Linux lists them.</summary>
internal static class ProcessTree
{
    /// <summary>
    /// Kills all of them at once and waits until none is left, not even as one that has ended and was not collected yet: a server refuses
    /// to start while the old one's id, or a child that holds its memory, is still there.
    /// </summary>
    public static async Task KillAsync(int root)
    {
        var pids = Descendants(root).Prepend(root).ToList();
        foreach (var pid in pids)
            Kill(pid);
        await Eventually.Async(() => !pids.Exists(pid => Directory.Exists($"/proc/{pid}")), what: "every killed process to be gone");
    }

    private static IEnumerable<int> Descendants(int pid)
    {
        var file = $"/proc/{pid}/task/{pid}/children";
        if (!File.Exists(file))
            return [];
        var children = File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return children.Concat(children.SelectMany(Descendants)).ToList();
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It ended by itself when its parent went.
        }
    }
}

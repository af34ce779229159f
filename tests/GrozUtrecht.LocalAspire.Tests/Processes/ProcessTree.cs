namespace GrozUtrecht.LocalAspire.Tests.Processes;

/// <summary>A process and all that descend from it, however they are parented later.</summary>
internal sealed class ProcessTree
{
    private readonly HashSet<(int Pid, string StartTime)> members;

    private ProcessTree(HashSet<(int Pid, string StartTime)> members) => this.members = members;

    public IReadOnlyCollection<string> Names => [.. Living().Select(process => process.Name)];

    /// <summary>What DCP has started for an AppHost: DCP itself is detached, and is found by the process it monitors.</summary>
    public static ProcessTree OfAppHost(int appHostPid)
    {
        var all = All().ToArray();
        var roots = all.Where(process => process.CommandLine.Contains($"--monitor\0{appHostPid}\0", StringComparison.Ordinal));
        var found = roots.Append(all.Single(process => process.Pid == appHostPid)).ToList();
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(all.Where(process => process.Parent == found[next].Pid));
        }

        return new([.. found.Select(process => (process.Pid, process.StartTime))]);
    }

    private IEnumerable<RunningProcess> Living() => All().Where(process => members.Contains((process.Pid, process.StartTime)));

    // A process that has ended but whose parent has not asked for its exit code is no longer running.
    private static IEnumerable<RunningProcess> All() => Directory.EnumerateDirectories("/proc")
        .Select(directory => int.TryParse(Path.GetFileName(directory), out var pid) ? RunningProcess.Read(pid) : null)
        .OfType<RunningProcess>()
        .Where(process => process.State is not "Z");

    private sealed record RunningProcess(int Pid, string Name, string State, int Parent, string StartTime, string CommandLine)
    {
        private const int ParentField = 1;
        private const int StartTimeField = 19;

        public static RunningProcess? Read(int pid)
        {
            try
            {
                // The name is in parentheses and may hold spaces; the fields are counted from behind it.
                var stat = File.ReadAllText($"/proc/{pid}/stat");
                var (open, close) = (stat.IndexOf('(', StringComparison.Ordinal), stat.LastIndexOf(')'));
                var fields = stat[(close + 2)..].Split(' ');
                return new(
                    pid, stat[(open + 1)..close], fields[0], int.Parse(fields[ParentField]), fields[StartTimeField], File.ReadAllText($"/proc/{pid}/cmdline"));
            }
            catch (IOException)
            {
                // It ended while being read.
                return null;
            }
        }
    }
}

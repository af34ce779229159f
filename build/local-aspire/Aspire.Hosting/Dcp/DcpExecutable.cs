namespace Aspire.Hosting.Dcp;

/// <summary>A process as DCP tells of it.</summary>
internal sealed record DcpExecutable(DcpMetadata Metadata, DcpStatus? Status)
{
    public string Name => Metadata.Name;
}

internal sealed record DcpMetadata(string Name, string Uid, DateTimeOffset? CreationTimestamp);

internal sealed record DcpStatus(
    string? State, int? Pid, int? ExitCode, DateTimeOffset? StartupTimestamp, DateTimeOffset? FinishTimestamp);

/// <summary>A change on DCP's watch: ADDED, MODIFIED or DELETED.</summary>
internal sealed record DcpChange(string Type, DcpExecutable Object);

internal static class DcpStates
{
    public const string Running = "Running";
    public const string Stopping = "Stopping";
    public const string Terminated = "Terminated";
    public const string Finished = "Finished";
    public const string FailedToStart = "FailedToStart";
}

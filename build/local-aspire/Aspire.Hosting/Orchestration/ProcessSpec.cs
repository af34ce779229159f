namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a process is started.</summary>
internal sealed record ProcessSpec
{
    public required string ExecutablePath { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The program to show instead of the shell that prepares for it.</summary>
    public string? ShownProgram { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>Variables of this process alone, on top of those that it inherits.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

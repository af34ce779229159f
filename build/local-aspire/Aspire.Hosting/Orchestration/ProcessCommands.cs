using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which commands a process takes in which state.</summary>
internal static class ProcessCommands
{
    public static ImmutableArray<ResourceCommandSnapshot> For(string? state)
    {
        var isRunning = state == KnownResourceStates.Running;
        var isWaiting = state == KnownResourceStates.Waiting;
        var isStopped = state == KnownResourceStates.NotStarted || KnownResourceStates.TerminalStates.Contains(state, StringComparer.Ordinal);
        return
        [
            Command(KnownResourceCommands.StartCommand, "Start", "Play", isStopped),
            Command(KnownResourceCommands.StopCommand, "Stop", "Stop", isRunning || isWaiting),
            Command(KnownResourceCommands.RestartCommand, "Restart", "ArrowCounterclockwise", isRunning),
        ];
    }

    private static ResourceCommandSnapshot Command(string name, string displayName, string icon, bool isEnabled) => new(
        name,
        isEnabled ? ResourceCommandState.Enabled : ResourceCommandState.Hidden,
        displayName,
        DisplayDescription: $"{displayName} the resource",
        Parameter: null,
        ConfirmationMessage: null,
        icon,
        IconVariant.Filled,
        IsHighlighted: name != KnownResourceCommands.RestartCommand);
}

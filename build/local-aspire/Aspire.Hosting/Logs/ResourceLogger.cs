using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Writes the orchestrator's own words into the console of a resource.</summary>
internal sealed class ResourceLogger(ResourceLog log, TimeProvider clock) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = exception is null ? formatter(state, exception) : $"{formatter(state, exception)}: {exception.Message}";
        foreach (var line in message.Split('\n'))
        {
            log.Add($"{clock.GetUtcNow().UtcDateTime:O} {line}", isError: logLevel >= LogLevel.Error);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.Gateway.Tests.Support;

/// <summary>Keeps the event ids of what the gateway logged.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<int> events = new();

    public int Count(int eventId) => events.Count(id => id == eventId);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        events.Enqueue(eventId.Id);

    public void Dispose()
    {
    }
}

using Microsoft.Extensions.Logging;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>The relay's log lines. They carry types and ids, never bodies: a body may hold personal data.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(4001, LogLevel.Warning, "The broker does not answer; events wait in the outbox until it does ({Reason})")]
    public static partial void BrokerLost(this ILogger logger, string reason);

    [LoggerMessage(4002, LogLevel.Information, "The broker answers again; the outbox is being published")]
    public static partial void BrokerBack(this ILogger logger);

    [LoggerMessage(4003, LogLevel.Warning, "The outbox cannot be read; the relay waits for the database ({Reason})")]
    public static partial void DatabaseLost(this ILogger logger, string reason);

    [LoggerMessage(4004, LogLevel.Information, "The outbox can be read again")]
    public static partial void DatabaseBack(this ILogger logger);

    [LoggerMessage(4005, LogLevel.Error, "Message {Id} of type {Type} was parked after {Attempts} attempts ({Reason})")]
    public static partial void Parked(this ILogger logger, Guid id, string type, int attempts, string reason);
}

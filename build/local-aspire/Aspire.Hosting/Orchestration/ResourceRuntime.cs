using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What every process of the application needs to be run.</summary>
internal sealed record ResourceRuntime(
    DcpExecutables Executables,
    DcpSession Session,
    ResourceNotificationService Notifications,
    ResourceLoggerService Loggers,
    ILogger Logger,
    WaitBehavior WaitBehavior,
    TimeProvider Clock);

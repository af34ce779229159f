using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// Reads along with the dashboard's console: tells a person where to log in as soon as that works, in the words that Aspire uses
/// (<c>dotnet watch</c> and IDEs look for them), and repeats the dashboard's errors.
/// </summary>
internal sealed class DashboardAnnouncer(
    DashboardResource dashboard,
    DashboardSettings settings,
    ResourceLoggerService loggers,
    IHostApplicationLifetime lifetime,
    ILogger<DistributedApplication> application,
    ILoggerFactory loggerFactory) : BackgroundService
{
    private readonly ILogger logger = loggerFactory.CreateLogger("Aspire.Hosting.Dashboard");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var lines in loggers.WatchAsync(dashboard).WithCancellation(stoppingToken))
        {
            // A dashboard that is being stopped calls its broken connections errors.
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return;
            }

            foreach (var line in lines)
            {
                Handle(line);
            }
        }
    }

    private void Handle(LogLine line)
    {
        if (DashboardLogLine.Read(line) is not { } entry)
        {
            if (line.IsErrorMessage)
            {
                logger.LogError("{Line}", line.Content);
            }
        }
        else if (entry.TellsThatItListens)
        {
            application.LogInformation("Now listening on: {DashboardUrl}", settings.Frontend.GetLeftPart(UriPartial.Authority));
            application.LogInformation("Login to the dashboard at {LoginUrl}", settings.Login.AbsoluteUri);
        }
        else if (entry.LogLevel >= LogLevel.Error)
        {
            logger.Log(entry.LogLevel, "{Category}: {Message} {Exception}", entry.Category, entry.Message, entry.Exception);
        }
    }
}

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace GrozUtrecht.LocalAspire.Tests.Dashboard;

/// <summary>The resource service on a free port, over services whose state a test sets itself.</summary>
public sealed class ResourceServiceFixture : IAsyncLifetime
{
    private readonly DashboardSettings settings = DashboardSettings.Prepare(new ConfigurationBuilder().AddInMemoryCollection().Build());
    private readonly ResourceFeed feed;
    private readonly ResourceServiceHost host;

    public ResourceServiceFixture()
    {
        Notifications = new(WaitBehavior.WaitOnResourceUnavailable);
        Loggers = new(TimeProvider.System);
        feed = new(Notifications, TimeProvider.System);
        var service = new ResourceService("Test.AppHost", feed, Loggers, new(Notifications, Loggers));
        host = new(settings, service, NullLogger<ResourceServiceHost>.Instance);
    }

    internal ResourceNotificationService Notifications { get; }

    internal ResourceLoggerService Loggers { get; }

    public async Task InitializeAsync()
    {
        await feed.StartAsync(CancellationToken.None);
        await host.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await feed.StopAsync(CancellationToken.None);
        feed.Dispose();
        Loggers.Dispose();
        Notifications.Dispose();
    }

    internal GrpcClient Client(string? key = null) => new(settings.ResourceService, key ?? settings.ResourceServiceApiKey);
}

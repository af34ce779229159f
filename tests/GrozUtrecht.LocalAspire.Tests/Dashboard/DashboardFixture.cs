using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.LocalAspire.Tests.Dashboard;

/// <summary>An AppHost without resources and the dashboard itself, started as <c>dotnet run</c> starts it, but on free ports.</summary>
public sealed class DashboardFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly DistributedApplication application = DistributedApplication.CreateBuilder().Build();

    /// <summary>Follows no redirect, so that a test sees the answer to a login.</summary>
    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    internal DashboardSettings Settings => application.Services.GetRequiredService<DashboardSettings>();

    internal ResourceNotificationService Notifications => application.ResourceNotifications;

    public async Task InitializeAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await application.StartAsync(timeout.Token);
        while (!await ListensAsync(timeout.Token))
        {
            await Task.Delay(PollInterval, timeout.Token);
        }
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await application.DisposeAsync();
    }

    private async Task<bool> ListensAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync(Settings.Frontend, cancellationToken);
            return true;
        }
        catch (HttpRequestException notYet) when (notYet.HttpRequestError is HttpRequestError.ConnectionError)
        {
            return false;
        }
    }
}

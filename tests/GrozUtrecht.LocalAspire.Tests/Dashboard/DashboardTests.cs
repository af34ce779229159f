using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Aspire.Hosting;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.LocalAspire.Tests.Dashboard;

/// <summary>The dashboard itself, started as <c>dotnet run</c> starts it, but on free ports.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource timeout = new(Patience);
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private DistributedApplication application = null!;
    private DashboardSettings settings = null!;

    public async Task InitializeAsync()
    {
        application = DistributedApplication.CreateBuilder().Build();
        settings = application.Services.GetRequiredService<DashboardSettings>();
        await application.StartAsync(timeout.Token);
        await UntilItListensAsync();
    }

    public async Task DisposeAsync()
    {
        await application.DisposeAsync();
        http.Dispose();
        timeout.Dispose();
    }

    [Fact]
    public async Task The_login_link_opens_the_dashboard()
    {
        using var login = await http.GetAsync(settings.Login);
        using var wrongLogin = await http.GetAsync(new Uri(settings.Frontend, "/login?t=wrong"));

        Assert.Contains(login.Headers, header => header.Key == "Set-Cookie");
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
        Assert.DoesNotContain(wrongLogin.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(value => value.Contains("Auth", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_script_with_the_key_finds_a_trace_that_was_sent_with_the_other_key()
    {
        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        await SendSpanAsync(traceId);

        var traces = await http.SendAsync(Telemetry("traces", settings.TelemetryApiKey));
        var refused = await http.SendAsync(Telemetry("traces", "wrong"));

        Assert.Contains(traceId, await traces.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private async Task UntilItListensAsync()
    {
        while (true)
        {
            try
            {
                using var answer = await http.SendAsync(Telemetry("resources", settings.TelemetryApiKey), timeout.Token);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode is null)
            {
                await Task.Delay(PollInterval, timeout.Token);
            }
        }
    }

    private HttpRequestMessage Telemetry(string what, string key) =>
        new(HttpMethod.Get, new Uri(settings.Frontend, $"/api/telemetry/{what}")) { Headers = { { "x-api-key", key } } };

    private async Task SendSpanAsync(string traceId)
    {
        var span = new
        {
            traceId,
            spanId = ActivitySpanId.CreateRandom().ToHexString(),
            name = "a test",
            startTimeUnixNano = "1795298256000000000",
            endTimeUnixNano = "1795298256000000001",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.OtlpHttp, "/v1/traces"))
        {
            Headers = { { "x-otlp-api-key", settings.OtlpApiKey } },
            Content = JsonContent.Create(new
            {
                resourceSpans = new[]
                {
                    new
                    {
                        resource = new { attributes = new[] { new { key = "service.name", value = new { stringValue = "test" } } } },
                        scopeSpans = new[] { new { scope = new { name = "test" }, spans = new[] { span } } },
                    },
                },
            }),
        };
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}

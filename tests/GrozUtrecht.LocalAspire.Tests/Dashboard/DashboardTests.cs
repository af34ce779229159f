using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Aspire.Hosting.ApplicationModel;

namespace GrozUtrecht.LocalAspire.Tests.Dashboard;

public sealed class DashboardTests(DashboardFixture fixture) : IClassFixture<DashboardFixture>
{
    [Fact]
    public async Task The_login_link_opens_the_dashboard_and_another_does_not()
    {
        using var login = await fixture.Http.GetAsync(fixture.Settings.Login);
        using var wrongLogin = await fixture.Http.GetAsync(new Uri(fixture.Settings.Frontend, "/login?t=wrong"));

        Assert.Equal((HttpStatusCode.Redirect, "/"), (login.StatusCode, login.Headers.Location?.OriginalString));
        Assert.NotEqual("/", wrongLogin.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_script_with_the_key_finds_a_trace_that_was_sent_with_the_other_key()
    {
        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        await SendSpanAsync(traceId);

        using var found = await TracesAsync(fixture.Settings.TelemetryApiKey);
        using var refused = await TracesAsync(fixture.Settings.OtlpApiKey);

        Assert.Contains(traceId, await found.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task The_dashboard_runs_as_a_resource_that_no_list_shows()
    {
        using var timeout = new CancellationTokenSource(GrpcClient.Patience);

        var running = await fixture.Notifications.WaitForResourceAsync(
            "aspire-dashboard", change => change.Snapshot.State?.Text == KnownResourceStates.Running, timeout.Token);

        Assert.True(running.Snapshot.IsHidden);
    }

    private async Task<HttpResponseMessage> TracesAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(fixture.Settings.Frontend, "/api/telemetry/traces"))
        {
            Headers = { { "x-api-key", key } },
        };
        return await fixture.Http.SendAsync(request);
    }

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
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Settings.OtlpHttp, "/v1/traces"))
        {
            Headers = { { "x-otlp-api-key", fixture.Settings.OtlpApiKey } },
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
        using var answer = await fixture.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}

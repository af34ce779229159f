using GrozUtrecht.Gateway.Tests.Support;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Gateway.Tests;

/// <summary>What the service sees, and what the client gets back.</summary>
public sealed class ForwardingTests : IAsyncLifetime
{
    private Backend backend = null!;
    private GatewayApp gateway = null!;

    public async Task InitializeAsync()
    {
        backend = await Backend.StartAsync();
        gateway = new GatewayApp(backend.Address);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await backend.DisposeAsync();
    }

    [Fact]
    public async Task The_service_continues_the_trace_of_the_client()
    {
        var traceId = Convert.ToHexStringLower(TestId.Guid().ToByteArray());
        var received = await SendAsync(("traceparent", $"00-{traceId}-00f067aa0ba902b7-01"));
        Assert.Contains(traceId, received.Headers.TraceParent.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("00f067aa0ba902b7", received.Headers.TraceParent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_client_claims_about_its_origin_is_replaced()
    {
        var received = await SendAsync(("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "elders.example"), ("Forwarded", "for=203.0.113.9"));
        Assert.Equal("127.0.0.1", received.Headers["X-Forwarded-For"]);
        Assert.Equal("http", received.Headers["X-Forwarded-Proto"]);
        Assert.StartsWith("127.0.0.1:", received.Headers["X-Forwarded-Host"].ToString(), StringComparison.Ordinal);
        Assert.False(received.Headers.ContainsKey("Forwarded"));
    }

    [Fact]
    public async Task Headers_between_client_and_gateway_stop_there()
    {
        var received = await SendAsync(("Keep-Alive", "timeout=5"), ("Proxy-Authorization", "Basic eA=="));
        Assert.False(received.Headers.ContainsKey("Keep-Alive"));
        Assert.False(received.Headers.ContainsKey("Proxy-Authorization"));
    }

    [Fact]
    public async Task The_version_of_the_api_comes_back()
    {
        using var client = gateway.Anonymous();
        using var response = await client.GetAsync("/support/v1/openapi.json");
        Assert.Equal("1.2.3", Assert.Single(response.Headers.GetValues("API-Version")));
    }

    private async Task<Received> SendAsync(params (string Name, string Value)[] headers)
    {
        using var client = gateway.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/support/v1/openapi.json");
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return Assert.Single(backend.Received);
    }
}

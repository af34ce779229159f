using GrozUtrecht.Gateway.Tests.Support;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Gateway.Tests;

/// <summary>A wrong setting is named when the gateway starts.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task A_service_without_an_address_is_named_at_start()
    {
        await using var gateway = new GatewayApp(Backend.DeadAddress()).With("services:tijdbank:http:0", null);
        var refused = Assert.Throws<OptionsValidationException>(gateway.StartServer);
        Assert.Contains("services__tijdbank__http__0", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("support", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_no_http_address_is_named_at_start()
    {
        await using var gateway = new GatewayApp(Backend.DeadAddress()).With("services:support:http:0", "ergens");
        var refused = Assert.Throws<OptionsValidationException>(gateway.StartServer);
        Assert.Contains("services:support:http:0", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Identity_need_not_run_where_another_provider_issues_the_tokens()
    {
        await using var gateway = new GatewayApp(Backend.DeadAddress()).With("services:identity:http:0", null);
        using var client = gateway.Anonymous();
        Assert.DoesNotContain("/identity/", await client.GetStringAsync("/docs/index.js"), StringComparison.Ordinal);
        using var response = await client.GetAsync("/identity/connect/token");
        await Problem.IsAsync(response, System.Net.HttpStatusCode.NotFound, "verzoek.onbekend-adres");
    }

    [Theory]
    [InlineData("RateLimit:PermitsPerMinute", "0")]
    [InlineData("RateLimit:RedisTimeoutMilliseconds", "60000")]
    [InlineData("Gateway:RequestTimeout", "01:00:00")]
    [InlineData("Gateway:RequestTimeouts:support", "00:00:00")]
    public async Task A_limit_that_is_none_is_refused_at_start(string key, string value)
    {
        await using var gateway = new GatewayApp(Backend.DeadAddress()).With(key, value);
        var refused = Assert.Throws<OptionsValidationException>(gateway.StartServer);
        Assert.Contains(key.Split(':')[1], refused.Message, StringComparison.Ordinal);
    }
}

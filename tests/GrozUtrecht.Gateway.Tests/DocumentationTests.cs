using System.Net;
using System.Text.RegularExpressions;
using GrozUtrecht.Gateway.Tests.Support;

namespace GrozUtrecht.Gateway.Tests;

/// <summary>The page with the documentation of every service.</summary>
public sealed partial class DocumentationTests : IAsyncLifetime
{
    private readonly GatewayApp gateway = new(Backend.DeadAddress());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task The_root_leads_to_the_documentation()
    {
        using var client = gateway.Anonymous();
        using var response = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/docs/index.html", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("support")]
    [InlineData("tijdbank")]
    [InlineData("lifestyle")]
    [InlineData("vitaal-werken")]
    [InlineData("identity")]
    public async Task The_page_lists_each_service(string service)
    {
        using var client = gateway.Anonymous();
        Assert.Contains($"/{service}/v1/openapi.json", await client.GetStringAsync("/docs/index.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_needs_nothing_from_elsewhere()
    {
        using var client = gateway.Anonymous();
        using var page = await client.GetAsync("/docs/index.html");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<title>GROZUtrecht API-documentatie</title>", html, StringComparison.Ordinal);

        var references = Reference().Matches(html).Select(match => match.Groups["address"].Value).ToList();
        Assert.True(references.Count >= 4);
        foreach (var reference in references)
        {
            Assert.DoesNotContain("//", reference, StringComparison.Ordinal);
            using var asset = await client.GetAsync(new Uri(new Uri(client.BaseAddress!, "/docs/"), reference));
            Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
        }

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [GeneratedRegex("(src|href)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reference();
}

using System.Net;
using GrozUtrecht.Gateway.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.AspNetCore.Http;

namespace GrozUtrecht.Gateway.Tests;

/// <summary>A service that is down, slow or breaks off; a request that is too large.</summary>
public sealed class OutageTests
{
    private const string PublicPath = "/support/v1/openapi.json";
    private const string PostPath = "/identity/connect/token";
    private const int OneMegabyte = 1024 * 1024;

    [Fact]
    public async Task A_service_that_is_down_is_answered_with_503_and_when_to_try_again()
    {
        await using var gateway = new GatewayApp(Backend.DeadAddress());
        using var client = gateway.Anonymous();
        using var response = await client.GetAsync(PublicPath);
        await Problem.IsAsync(response, HttpStatusCode.ServiceUnavailable, "dienst.niet-beschikbaar");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_dead_replica_fails_one_request_at_most_and_is_then_skipped()
    {
        await using var backend = await Backend.StartAsync();
        await using var gateway = new GatewayApp(backend.Address).With("services:support:http:1", Backend.DeadAddress());
        using var client = gateway.Anonymous();

        var failures = 0;
        for (var request = 0; request < 60; request++)
        {
            using var response = await client.GetAsync(PublicPath);
            failures += response.IsSuccessStatusCode ? 0 : 1;
        }

        // Sixty random choices pass a replica by with a chance of one in 2^60, so exactly one request found it dead.
        Assert.Equal(1, failures);
        Assert.Equal(59, backend.Received.Count);
    }

    [Fact]
    public async Task A_service_that_returns_is_reached_at_once_when_it_is_the_only_replica()
    {
        var port = new Uri(Backend.DeadAddress()).Port;
        await using var gateway = new GatewayApp($"http://127.0.0.1:{port}");
        using var client = gateway.Anonymous();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(PublicPath)).StatusCode);

        await using var backend = await Backend.StartAsync(context => context.Response.WriteAsync("ok"), port);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(PublicPath)).StatusCode);
    }

    [Fact]
    public async Task A_service_that_hangs_is_answered_with_504()
    {
        await using var backend = await Backend.StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));
        await using var gateway = new GatewayApp(backend.Address).With("Gateway:RequestTimeout", "00:00:00.200");
        using var client = gateway.Anonymous();
        await Problem.IsAsync(await client.GetAsync(PublicPath), HttpStatusCode.GatewayTimeout, "dienst.te-traag");
        Assert.Single(backend.Received);
    }

    [Fact]
    public async Task A_slow_service_may_have_a_time_of_its_own()
    {
        await using var backend = await Backend.StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));
        await using var gateway = new GatewayApp(backend.Address).With("Gateway:RequestTimeouts:support", "00:00:00.200");
        using var client = gateway.Anonymous();
        await Problem.IsAsync(await client.GetAsync(PublicPath), HttpStatusCode.GatewayTimeout, "dienst.te-traag");
    }

    [Fact]
    public async Task A_post_that_broke_off_is_not_sent_again()
    {
        await using var first = await Backend.StartAsync(Abort);
        await using var second = await Backend.StartAsync(Abort);
        await using var gateway = new GatewayApp(first.Address).With("services:identity:http:1", second.Address);
        using var client = gateway.Anonymous();
        using var response = await client.PostAsync(PostPath, new StringContent("grant_type=client_credentials"));
        await Problem.IsAsync(response, HttpStatusCode.ServiceUnavailable, "dienst.niet-beschikbaar");
        Assert.Equal(1, first.Received.Count + second.Received.Count);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused_before_it_is_sent_on()
    {
        await using var backend = await Backend.StartAsync();
        await using var gateway = new GatewayApp(backend.Address);
        using var client = gateway.Anonymous();
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var response = await client.PostAsync(PostPath, new ByteArrayContent(new byte[OneMegabyte + 1]));
        await Problem.IsAsync(response, HttpStatusCode.RequestEntityTooLarge, "verzoek.te-groot");
        Assert.Empty(backend.Received);
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_refused_once_it_is_too_large()
    {
        await using var backend = await Backend.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted));
        await using var gateway = new GatewayApp(backend.Address);
        using var client = gateway.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, PostPath) { Content = new ByteArrayContent(new byte[OneMegabyte + 1]) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await client.SendAsync(request);
        await Problem.IsAsync(response, HttpStatusCode.RequestEntityTooLarge, "verzoek.te-groot");
    }

    [Fact]
    public async Task A_body_of_exactly_one_megabyte_passes()
    {
        await using var backend = await Backend.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted));
        await using var gateway = new GatewayApp(backend.Address);
        using var client = gateway.Anonymous();
        using var response = await client.PostAsync(PostPath, new ByteArrayContent(new byte[OneMegabyte]));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}

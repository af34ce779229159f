using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.Gateway.Tests.Support;

/// <summary>A real HTTP server in the place of a service. It remembers what reached it.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication app;

    private Backend(Func<HttpContext, Task> answer, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(async context =>
        {
            Received.Enqueue(new Received(context.Request.Method, context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            await answer(context);
        });
    }

    public ConcurrentQueue<Received> Received { get; } = new();

    public string Address { get; private set; } = "";

    public static Task<Backend> StartAsync() => StartAsync(context =>
    {
        context.Response.Headers["API-Version"] = "1.2.3";
        return context.Response.WriteAsync("ok");
    });

    public static async Task<Backend> StartAsync(Func<HttpContext, Task> answer, int port = 0)
    {
        var backend = new Backend(answer, port);
        await backend.app.StartAsync();
        backend.Address = backend.app.Urls.Single();
        return backend;
    }

    /// <summary>An address at which nobody listens.</summary>
    public static string DeadAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>A request as the service saw it.</summary>
internal sealed record Received(string Method, string Path, IHeaderDictionary Headers);

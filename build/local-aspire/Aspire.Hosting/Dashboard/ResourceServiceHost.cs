using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.Dashboard.Grpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// Serves the resource service to the dashboard: gRPC over plain HTTP/2, without the gRPC library, which not every package feed has.
/// It listens on loopback only, and only who knows the key gets an answer.
/// </summary>
internal sealed class ResourceServiceHost(
    DashboardSettings settings,
    ResourceService service,
    ILogger<ResourceServiceHost> logger) : IHostedService
{
    private const string KeyHeader = "x-resource-service-api-key";
    private const string ServicePath = "/aspire.v1.DashboardService/";

    private readonly byte[] key = Encoding.UTF8.GetBytes(settings.ResourceServiceApiKey);
    private readonly CancellationTokenSource stopping = new();
    private WebApplication? app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        app = builder.Build();
        app.Run(AnswerAsync);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new DistributedApplicationException(
                $"The resource service cannot listen on {settings.ResourceService}: does another stack run? {taken.Message}", taken);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped twice: by a signal, and when it is disposed of.
        if (Interlocked.Exchange(ref app, null) is not { } running)
        {
            return;
        }

        // The dashboard's streams never end by themselves, and Kestrel would wait for them.
        await stopping.CancelAsync();
        await running.StopAsync(cancellationToken);
        await running.DisposeAsync();
        stopping.Dispose();
    }

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;

        // A stream is silent for as long as nothing happens; that is not a slow client.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(IPAddress.Loopback, settings.ResourceService.Port, listen => listen.Protocols = HttpProtocols.Http2);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        if (!IsKnown(http.Request))
        {
            GrpcCall.End(http, GrpcStatus.Unauthenticated, "The API key is missing or wrong.");
            return;
        }

        var path = http.Request.Path.Value ?? "";
        var handler = path.StartsWith(ServicePath, StringComparison.Ordinal) ? service.Find(path[ServicePath.Length..]) : null;
        if (handler is null)
        {
            GrpcCall.End(http, GrpcStatus.Unimplemented, path);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping.Token);
        try
        {
            await handler(new GrpcCall(http, ended.Token));
            GrpcCall.End(http, GrpcStatus.Ok);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Nobody listens any more: a watch ends so, always.
            GrpcCall.End(http, GrpcStatus.Ok);
        }
        catch (InvalidDataException exception)
        {
            GrpcCall.End(http, GrpcStatus.InvalidArgument, exception.Message);
        }
        catch (Exception exception) when (exception is not ConnectionAbortedException)
        {
            logger.LogError(exception, "The call {Path} of the dashboard failed.", path);
            GrpcCall.End(http, GrpcStatus.Internal, exception.Message);
        }
    }

    private bool IsKnown(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[KeyHeader].ToString()), key);
}

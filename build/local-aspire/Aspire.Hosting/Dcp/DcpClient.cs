using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Aspire.Hosting.Dcp;

/// <summary>Speaks to DCP, whose interface is that of Kubernetes.</summary>
internal sealed class DcpClient : IDisposable
{
    private const string ApiVersion = "usvc-dev.developer.microsoft.com/v1";
    private const string Executables = $"/apis/{ApiVersion}/executables";
    private const string Execution = "/admin/execution";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly MediaTypeHeaderValue MergePatch = new("application/merge-patch+json");

    private readonly HttpClient http;

    public DcpClient(Uri server, string token, X509Certificate2 certificate)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, presented, _, _) => presented is not null && certificate.RawDataMemory.Span.SequenceEqual(presented.GetRawCertData());

        // Watches and logs stay open as long as the application runs; every other call is given its own time limit.
        http = new(handler) { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    public async Task CreateAsync(object executable, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(Executables, executable, Json, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public Task StopAsync(string name, CancellationToken cancellationToken) =>
        PatchAsync($"{Executables}/{name}", new { spec = new { stop = true } }, cancellationToken);

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync($"{Executables}/{name}", cancellationToken);
        if (response.StatusCode is not HttpStatusCode.NotFound)
        {
            response.EnsureSuccessStatusCode();
        }
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"{Executables}/{name}", cancellationToken);
        return response.StatusCode is not HttpStatusCode.NotFound;
    }

    /// <summary>All processes as they are and every change, until DCP ends the stream.</summary>
    public async IAsyncEnumerable<DcpChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in ReadLinesAsync($"{Executables}?watch=true", cancellationToken))
        {
            yield return JsonSerializer.Deserialize<DcpChange>(line, Json)!;
        }
    }

    /// <summary>What a process writes to <c>stdout</c> or <c>stderr</c>, with the time before each line, until it ends.</summary>
    public IAsyncEnumerable<string> FollowLogAsync(string name, string source, CancellationToken cancellationToken) =>
        ReadLinesAsync($"{Executables}/{name}/log?follow=true&timestamps=true&source={source}", cancellationToken);

    /// <summary>Ends every process that still runs, then DCP itself.</summary>
    public Task StopServerAsync(CancellationToken cancellationToken) =>
        PatchAsync(Execution, new { status = "Stopping", shutdownResourceCleanup = "Full" }, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task PatchAsync(string address, object change, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(change, MergePatch, Json);
        using var response = await http.PatchAsync(address, content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async IAsyncEnumerable<string> ReadLinesAsync(string address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await http.GetStreamAsync(address, cancellationToken);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return line;
        }
    }
}

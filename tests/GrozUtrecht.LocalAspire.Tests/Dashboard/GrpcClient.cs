using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Aspire.Hosting.Dashboard.Grpc;
using Google.Protobuf;

namespace GrozUtrecht.LocalAspire.Tests.Dashboard;

/// <summary>Calls the resource service as the dashboard does: one request, and answers until the other side is done.</summary>
internal sealed class GrpcClient(Uri address, string key) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient http = new() { BaseAddress = address };

    /// <summary>The status that the last call ended with.</summary>
    public GrpcStatus Status { get; private set; }

    public async Task<T> CallAsync<T>(string method, IMessage request, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        using var timeout = new CancellationTokenSource(Patience);
        T? answer = null;
        await foreach (var message in StreamAsync(method, request, parser, timeout.Token))
        {
            answer = message;
        }

        return answer ?? throw new InvalidOperationException($"{method} ended with {Status} and no answer.");
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(
        string method, IMessage request, MessageParser<T> parser, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IMessage<T>
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/aspire.v1.DashboardService/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { { "x-resource-service-api-key", key }, { "te", "trailers" } },
            Content = await FrameAsync(request),
        };
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await GrpcFrame.ReadAsync(reader, parser, cancellationToken) is { } answer)
        {
            yield return answer;
        }

        Status = Enum.Parse<GrpcStatus>(response.TrailingHeaders.GetValues("grpc-status").Single());
    }

    public void Dispose() => http.Dispose();

    private static async Task<ByteArrayContent> FrameAsync(IMessage request)
    {
        using var frame = new MemoryStream();
        await GrpcFrame.WriteAsync(PipeWriter.Create(frame), request, CancellationToken.None);
        return new(frame.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } };
    }
}

using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>A call as its handler sees it: messages in, messages out, and the moment that nobody listens any more.</summary>
internal sealed class GrpcCall(HttpContext http, CancellationToken ended)
{
    /// <summary>Set when the client is gone or the AppHost stops.</summary>
    public CancellationToken Ended => ended;

    /// <summary>The one request of a call that has exactly one.</summary>
    public async ValueTask<T> ReadSingleAsync<T>(MessageParser<T> parser)
        where T : class, IMessage<T> =>
        await ReadAsync(parser) ?? throw new InvalidDataException("The call holds no request.");

    public ValueTask<T?> ReadAsync<T>(MessageParser<T> parser)
        where T : class, IMessage<T> =>
        GrpcFrame.ReadAsync(http.Request.BodyReader, parser, ended);

    public ValueTask WriteAsync(IMessage message) => GrpcFrame.WriteAsync(http.Response.BodyWriter, message, ended);

    /// <summary>Sends the headers now, for a stream whose first message may be long in coming.</summary>
    public Task StartAsync() => http.Response.StartAsync(ended);

    /// <summary>A gRPC call ends with a trailer; HTTP's own status stays 200 whatever the outcome.</summary>
    public static void End(HttpContext http, GrpcStatus status, string? message = null)
    {
        http.Response.AppendTrailer("grpc-status", ((int)status).ToString(CultureInfo.InvariantCulture));
        if (message is not null)
        {
            http.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
        }
    }
}

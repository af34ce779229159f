using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>A server works when it answers the AMQP 0-9-1 header with connection.start; it listens only when it has booted.</summary>
internal static class RabbitMQProbe
{
    // A method frame (type 1) on channel 0, then its size, then class 10 (connection) and method 10 (start).
    private const int FrameStartLength = 11;
    private const int SizeOffset = 3;
    private const int SizeLength = 4;

    public static async Task<string?> AskAsync(RabbitMQServerResource server, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.PrimaryEndpoint.Host, server.PrimaryEndpoint.Port, cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellationToken);

        var frame = new byte[FrameStartLength];
        await stream.ReadExactlyAsync(frame, cancellationToken);
        return IsConnectionStart(frame) ? null : "The server answered something else than AMQP 0-9-1.";
    }

    private static bool IsConnectionStart(ReadOnlySpan<byte> frame) =>
        frame[..SizeOffset].SequenceEqual<byte>([1, 0, 0]) && frame[(SizeOffset + SizeLength)..].SequenceEqual<byte>([0, 10, 0, 10]);
}

using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>
/// One message on a gRPC stream: a byte that tells whether it is compressed, the length as four bytes (big endian), and the message.
/// </summary>
internal static class GrpcFrame
{
    private const int HeaderBytes = 5;

    /// <summary>Far above what the dashboard sends (it names resources and commands), and no invitation to fill memory.</summary>
    public const int MaxMessageBytes = 256 * 1024;

    /// <summary>The next message, or null when the other side has finished sending.</summary>
    public static async ValueTask<T?> ReadAsync<T>(PipeReader reader, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        var header = await reader.ReadAtLeastAsync(HeaderBytes, cancellationToken);
        if (header.Buffer.IsEmpty)
        {
            return null;
        }

        var length = ReadLength(header.Buffer);
        reader.AdvanceTo(header.Buffer.GetPosition(HeaderBytes));

        if (length == 0)
        {
            // Nothing follows an empty message, so waiting for a byte of it could wait for ever.
            return parser.ParseFrom(ReadOnlySequence<byte>.Empty);
        }

        var body = await reader.ReadAtLeastAsync(length, cancellationToken);
        if (body.Buffer.Length < length)
        {
            throw new InvalidDataException("The stream ended inside a message.");
        }

        var end = body.Buffer.GetPosition(length);
        var message = parser.ParseFrom(body.Buffer.Slice(0, end));
        reader.AdvanceTo(end);
        return message;
    }

    /// <summary>Sends a message and flushes it, so that the dashboard sees a change when it happens.</summary>
    public static async ValueTask WriteAsync(PipeWriter writer, IMessage message, CancellationToken cancellationToken)
    {
        var length = message.CalculateSize();
        WriteHeader(writer.GetSpan(HeaderBytes), length);
        writer.Advance(HeaderBytes);
        message.WriteTo(writer);
        await writer.FlushAsync(cancellationToken);
    }

    private static void WriteHeader(Span<byte> span, int length)
    {
        span[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(span[1..], length);
    }

    private static int ReadLength(ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < HeaderBytes)
        {
            throw new InvalidDataException("The stream ended inside a header.");
        }

        Span<byte> header = stackalloc byte[HeaderBytes];
        buffer.Slice(0, HeaderBytes).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (header[0] != 0 || length > MaxMessageBytes)
        {
            throw new InvalidDataException($"A compressed message, or one of more than {MaxMessageBytes} bytes.");
        }

        return (int)length;
    }
}

using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>
/// One keep-alive connection that posts transfers. HttpClient would take as much of the two processors as what is measured; this
/// writes a prepared request with other ids in it, and reads just enough of the answer.
/// </summary>
internal sealed class HttpCaller : IDisposable
{
    private const int GuidLength = 36;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] request;
    private readonly byte[] answer = new byte[8_192];
    private readonly int[] places;
    private readonly Pairs pairs;

    public HttpCaller(int port, string path, string token, Pairs pairs)
    {
        this.pairs = pairs;
        var empty = Guid.Empty.ToString();
        var body = $$"""{"vanRekeningId":"{{empty}}","naarRekeningId":"{{empty}}","duurMinuten":1,"id":"{{empty}}"}""";
        var text = $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        request = Encoding.ASCII.GetBytes(text);
        var first = text.IndexOf(empty, StringComparison.Ordinal);
        var second = text.IndexOf(empty, first + 1, StringComparison.Ordinal);
        places = [first, second, text.IndexOf(empty, second + 1, StringComparison.Ordinal)];
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
    }

    public async Task PostAsync()
    {
        var (van, naar) = pairs.Next();
        Write(van, places[0]);
        Write(naar, places[1]);
        Write(TestId.Guid(), places[2]);
        await socket.SendAsync(request);
        var read = 0;
        do
        {
            var count = await socket.ReceiveAsync(answer.AsMemory(read));
            if (count == 0)
                throw new IOException("The service closed the connection.");
            read += count;
        }
        while (!IsWhole(answer.AsSpan(0, read)));

        // 'HTTP/1.1 2..': anything else is no transfer, and no measurement.
        if (answer[9] != (byte)'2')
            throw new InvalidOperationException(Encoding.UTF8.GetString(answer, 0, read));
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;

        var length = bytes.IndexOf("Content-Length: "u8);
        return length < 0 || length > end
            ? bytes.EndsWith("0\r\n\r\n"u8)
            : Utf8Parser.TryParse(bytes[(length + 16)..], out int count, out _) && bytes.Length >= end + 4 + count;
    }

    private void Write(Guid id, int place) => id.TryFormat(request.AsSpan(place, GuidLength), out _);
}

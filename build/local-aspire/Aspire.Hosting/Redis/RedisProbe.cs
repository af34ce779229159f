using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Redis;

/// <summary>A server works when it takes the password and answers PING.</summary>
internal static class RedisProbe
{
    private const string Expected = "+OK\r\n+PONG\r\n";

    public static async Task<string?> AskAsync(RedisResource server, CancellationToken cancellationToken)
    {
        var password = await server.PasswordParameter!.GetValueAsync(cancellationToken);
        using var client = new TcpClient();
        await client.ConnectAsync(server.PrimaryEndpoint.Host, server.PrimaryEndpoint.Port, cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Command("AUTH", password!) + Command("PING")), cancellationToken);

        var answer = new byte[Expected.Length];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        var text = Encoding.ASCII.GetString(answer, 0, length);
        return text is Expected ? null : $"Unexpected answer: {text.Trim()}";
    }

    // RESP: an array of strings, each with its length in bytes.
    private static string Command(params string[] words) =>
        $"*{words.Length}\r\n{string.Concat(words.Select(word => $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n"))}";
}

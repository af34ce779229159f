using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GrozUtrecht.ServiceDefaults.Tests.Support;

/// <summary>Stands between a replica and the broker, so that a test can take the broker away and give it back.</summary>
internal sealed class TcpProxy(Uri target) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Socket, Task> sockets = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;
    private int port;

    /// <summary>The address of the broker as seen through this proxy. The port is taken at once and kept over closings.</summary>
    public string Address => new UriBuilder(target) { Host = "127.0.0.1", Port = port }.Uri.AbsoluteUri.TrimEnd('/');

    public static TcpProxy To(string address)
    {
        var proxy = new TcpProxy(new Uri(address));
        proxy.Open();
        proxy.Close();
        return proxy;
    }

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(listener);
    }

    /// <summary>Refuses new connections and breaks those that are open.</summary>
    public void Close()
    {
        listener?.Dispose();
        foreach (var socket in sockets.Keys)
            socket.Dispose();
        sockets.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await accepting;
    }

    private async Task AcceptAsync(TcpListener open)
    {
        try
        {
            while (true)
                _ = ForwardAsync(await open.AcceptSocketAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Closed by the test.
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        sockets[client] = sockets[server] = Task.CompletedTask;
        try
        {
            await server.ConnectAsync(target.Host, target.Port);
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One of the two sides is gone; so is the other, below.
        }

        client.Dispose();
        sockets.TryRemove(client, out _);
        sockets.TryRemove(server, out _);
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReceiveAsync(buffer)) > 0)
            await to.SendAsync(buffer.AsMemory(0, read));
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using GrozUtrecht.Testing;
using StackExchange.Redis;

namespace GrozUtrecht.Gateway.Tests.Support;

/// <summary>Stands between a gateway and the test's Redis, so that Redis can go, be slow and come back for that gateway alone.</summary>
internal sealed class RedisRelay : IAsyncDisposable
{
    private readonly ConfigurationOptions target;
    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly int port;
    private volatile TaskCompletionSource flowing = Completed();
    private CancellationTokenSource running = new();
    private Task accepting = Task.CompletedTask;

    private RedisRelay(ConfigurationOptions target)
    {
        this.target = target;
        port = new Uri(Backend.DeadAddress()).Port;
    }

    /// <summary>The test's Redis, by way of this relay.</summary>
    public string ConnectionString
    {
        get
        {
            var own = target.Clone();
            own.EndPoints.Clear();
            own.EndPoints.Add(IPAddress.Loopback, port);
            return own.ToString();
        }
    }

    /// <summary>A relay that is not open yet: Redis is away.</summary>
    public static async Task<RedisRelay> CreateAsync() => new(ConfigurationOptions.Parse((await TestServers.GetAsync()).Redis));

    public static async Task<RedisRelay> StartAsync()
    {
        var relay = await CreateAsync();
        relay.Open();
        return relay;
    }

    public void Open()
    {
        running = new CancellationTokenSource();
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        accepting = AcceptAsync(listener, running.Token);
    }

    /// <summary>Holds back every byte until the relay flows again: Redis hangs.</summary>
    public void Hold() => flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Flow() => flowing.TrySetResult();

    /// <summary>Breaks every connection and refuses new ones: Redis is gone.</summary>
    public async Task CloseAsync()
    {
        await running.CancelAsync();
        while (sockets.TryTake(out var socket))
        {
            socket.Dispose();
        }

        await accepting;
    }

    public async ValueTask DisposeAsync()
    {
        Flow();
        await CloseAsync();
        running.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        var pumps = new List<Task>();
        using (listener)
        {
            try
            {
                while (true)
                {
                    var client = await listener.AcceptSocketAsync(cancellationToken);
                    var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    sockets.Add(client);
                    sockets.Add(server);
                    await server.ConnectAsync(target.EndPoints[0], cancellationToken);
                    pumps.Add(PumpAsync(client, server));
                    pumps.Add(PumpAsync(server, client));
                }
            }
            catch (OperationCanceledException)
            {
                // Closed.
            }
        }

        await Task.WhenAll(pumps);
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                await flowing.Task;
                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side broke the connection; below the other side notices too.
        }

        from.Dispose();
        to.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}

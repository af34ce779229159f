using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Endpoints;

/// <summary>
/// Finds ports that nobody listens on, below the range from which the kernel hands out ephemeral ports: one from that range may be
/// taken by an outgoing connection before the server has started.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Last = 32_000;
    private const int MaximumTries = 200;

    private static readonly Lock Sync = new();
    private static readonly HashSet<int> Taken = [];

    public static int Take()
    {
        lock (Sync)
        {
            for (var tries = 0; tries < MaximumTries; tries++)
            {
                var port = Random.Shared.Next(First, Last);
                if (IsFree(port) && Taken.Add(port))
                {
                    return port;
                }
            }
        }

        throw new DistributedApplicationException($"No free port was found between {First} and {Last}.");
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}

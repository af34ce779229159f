using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using GrozUtrecht.ServiceDefaults.Security;

namespace GrozUtrecht.Gateway.RateLimiting;

/// <summary>What requests are counted together, and how many of them fit in a minute.</summary>
/// <param name="Key">Kind, and a hash of the client or address: counters hold nobody's name.</param>
/// <param name="Permits">Requests per window.</param>
internal readonly record struct Bucket(string Key, int Permits)
{
    private const int HashBytes = 16;
    private const int NetworkBytes = 8;
    private static readonly PathString TokenPath = "/identity/connect";

    /// <summary>The bucket of this request: its client, or without a valid token its address.</summary>
    public static Bucket Of(HttpContext context, RateLimitSettings settings)
    {
        if (context.Request.Path.StartsWithSegments(TokenPath, StringComparison.OrdinalIgnoreCase))
        {
            return new($"token:{Hash(Network(context.Connection.RemoteIpAddress))}", settings.TokenPermitsPerMinute);
        }

        return context.User.Identity is { IsAuthenticated: true }
            ? new($"client:{Hash(Encoding.UTF8.GetBytes(context.User.ClientId()))}", settings.PermitsPerMinute)
            : new($"address:{Hash(Network(context.Connection.RemoteIpAddress))}", settings.AnonymousPermitsPerMinute);
    }

    // One household or office holds a whole /64 of IPv6, so its addresses count together.
    private static ReadOnlySpan<byte> Network(IPAddress? address) => address switch
    {
        null => [],
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => address.GetAddressBytes().AsSpan(0, NetworkBytes),
        _ => address.MapToIPv4().GetAddressBytes(),
    };

    private static string Hash(ReadOnlySpan<byte> name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, hash);
        return Convert.ToHexStringLower(hash[..HashBytes]);
    }
}

using GrozUtrecht.Gateway.Routing;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace GrozUtrecht.Gateway.Forwarding;

/// <summary>Gives up on a replica that does not even accept a connection long before the request itself would time out.</summary>
internal sealed class ReplicaClientFactory(IOptions<GatewaySettings> settings) : ForwarderHttpClientFactory
{
    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        handler.ConnectTimeout = settings.Value.ConnectTimeout;
    }
}

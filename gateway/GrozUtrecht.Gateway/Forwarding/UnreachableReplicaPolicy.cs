using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace GrozUtrecht.Gateway.Forwarding;

/// <summary>
/// One failed connection takes a replica out for a while. YARP's own policy wants a rate over ten requests first, and each of those
/// ten would be a partner's request that failed.
/// </summary>
internal sealed class UnreachableReplicaPolicy(IDestinationHealthUpdater health) : IPassiveHealthCheckPolicy
{
    public const string PolicyName = "UnreachableReplica";

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        // A slow answer, or a client that left, says nothing about the replica: only the two errors of an absent one count.
        var unreachable = context.GetForwarderErrorFeature()?.Error is ForwarderError.Request or ForwarderError.RequestTimedOut;
        var period = cluster.Model.Config.HealthCheck?.Passive?.ReactivationPeriod ?? TimeSpan.Zero;
        health.SetPassive(cluster, destination, unreachable ? DestinationHealth.Unhealthy : DestinationHealth.Healthy, period);
    }
}

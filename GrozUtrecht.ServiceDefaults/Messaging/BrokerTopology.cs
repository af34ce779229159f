using MassTransit;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>How exchanges and queues are named and declared.</summary>
internal static class BrokerTopology
{
    public static void Configure(
        IRabbitMqBusFactoryConfigurator rabbit,
        IBusRegistrationContext context,
        BrokerAddress broker,
        MessagingOptions options,
        IEndpointNameFormatter names,
        bool deployOnly)
    {
        rabbit.Host(broker.Address, host =>
        {
            host.Username(broker.UserName);
            host.Password(broker.Password);
            host.Heartbeat(TimeSpan.FromSeconds(10));
        });
        rabbit.DeployTopologyOnly = deployOnly;
        rabbit.PrefetchCount = 2 * options.ConcurrentMessages;
        rabbit.ConcurrentMessageLimit = options.ConcurrentMessages;
        rabbit.ConfigureJsonSerializerOptions(EventJson.Configure);
        if (options.EntityPrefix.Length > 0)
            rabbit.MessageTopology.SetEntityNameFormatter(new PrefixEntityNameFormatter(rabbit.MessageTopology.EntityNameFormatter, options.EntityPrefix));
        rabbit.ConfigureEndpoints(context, names);
    }
}

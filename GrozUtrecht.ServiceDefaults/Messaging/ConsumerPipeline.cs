using MassTransit;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>
/// What stands around every consumer, from the outside in: a few short retries for what may have been a collision, then the
/// inbox with its transaction. A message that still fails goes to the queue's error queue.
/// </summary>
internal static class ConsumerPipeline
{
    public static void Configure(IReceiveEndpointConfigurator endpoint, IRegistrationContext context, MessagingOptions options)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
            queue.SetQuorumQueue();
        // The error queue is where failures are read; fault messages would only be exchanges that nobody is bound to.
        endpoint.PublishFaults = false;

        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<DomainFailureException>();
            retry.Ignore<NotYetException>();
            retry.Intervals(50, 250, 1000);
        });
        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
    }
}

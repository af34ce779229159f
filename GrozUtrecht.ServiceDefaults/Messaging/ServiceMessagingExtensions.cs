using GrozUtrecht.ServiceDefaults.Data;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>Registers MassTransit on RabbitMQ with the platform's outbox and inbox.</summary>
public static class ServiceMessagingExtensions
{
    private const string BusHealthCheck = "broker";

    /// <summary>
    /// Adds the bus, the relay that publishes the outbox, and the inbox around every consumer. The process starts while the
    /// broker is away and catches up when it is back; the broker is no part of <c>/health</c>.
    /// </summary>
    /// <param name="builder">The host, to which <c>AddServiceDefaults</c> was applied before.</param>
    /// <param name="service">The service.</param>
    /// <param name="consumers">Adds the consumers: <c>bus => bus.AddConsumer&lt;…&gt;()</c>.</param>
    public static IHostApplicationBuilder AddServiceMessaging(
        this IHostApplicationBuilder builder, ServiceDescription service, Action<IBusRegistrationConfigurator> consumers)
    {
        // MassTransit repeats itself every few seconds while the broker is away, and says it again for each event that was on its way; the relay
        // says it once, and keeps them all. What a consumer cannot handle is still said.
        builder.Logging.AddFilter("MassTransit", LogLevel.Critical);
        builder.Logging.AddFilter("MassTransit.ReceiveTransport", LogLevel.Error);
        builder.AddBus(service, consumers, deployOnly: false);
        builder.Services.AddSingleton<OutboxTelemetry>();
        builder.Services.AddSingleton<OutboxPublisher>();
        builder.Services.AddHostedService<OutboxRelay>();
        return builder;
    }

    /// <summary>The same bus, able only to declare its exchanges, queues and bindings.</summary>
    internal static void AddTopology(this IHostApplicationBuilder builder, ServiceDescription service, Action<IBusRegistrationConfigurator> consumers) =>
        builder.AddBus(service, consumers, deployOnly: true);

    private static void AddBus(
        this IHostApplicationBuilder builder, ServiceDescription service, Action<IBusRegistrationConfigurator> consumers, bool deployOnly)
    {
        var broker = BrokerAddress.Read(builder.Configuration);
        var section = builder.Configuration.GetSection("Messaging");
        builder.Services.AddOptions<MessagingOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        var options = section.Get<MessagingOptions>() ?? new MessagingOptions();
        var names = new KebabCaseEndpointNameFormatter($"{options.EntityPrefix}{service.Name}", includeNamespace: false);

        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(names);
            bus.ConfigureHealthCheckOptions(health => health.Name = BusHealthCheck);
            consumers(bus);
            bus.AddConfigureEndpointsCallback((context, _, endpoint) => ConsumerPipeline.Configure(endpoint, context, options));
            bus.UsingRabbitMq((context, rabbit) => BrokerTopology.Configure(rabbit, context, broker, options, names, deployOnly));
        });
        // A broker that is away degrades a service, it does not make it unhealthy: the outbox keeps what cannot be sent.
        builder.Services.PostConfigure<HealthCheckServiceOptions>(health =>
        {
            foreach (var check in health.Registrations.Where(check => check.Name == BusHealthCheck).ToList())
                health.Registrations.Remove(check);
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            host.WaitUntilStarted = false;
            host.StopTimeout = TimeSpan.FromSeconds(4);
        });
        foreach (var message in ConsumedMessages(builder.Services))
            builder.Services.AddSingleton(message);
    }

    private static List<ConsumedMessage> ConsumedMessages(IServiceCollection services) =>
    [
        .. services
            .Select(descriptor => descriptor.ServiceType)
            .Where(type => type is { IsClass: true, IsGenericType: false } && typeof(IConsumer).IsAssignableFrom(type))
            .SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(type => new ConsumedMessage(type.GenericTypeArguments[0]))
            .Distinct(),
    ];
}

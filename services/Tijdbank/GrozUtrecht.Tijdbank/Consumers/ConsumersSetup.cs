using MassTransit;

namespace GrozUtrecht.Tijdbank.Consumers;

internal static class ConsumersSetup
{
    /// <summary>The events that the Tijdbank listens to.</summary>
    public static void AddConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ActiviteitAttendedConsumer>();
        bus.AddConsumer<BijdrageDeliveredConsumer>();
        bus.AddConsumer<BijdrageDisputedConsumer>();
        bus.AddConsumer<HulpvraagFulfilledConsumer>();
        bus.AddConsumer<InkoopAfrekeningGevraagdConsumer>();
        bus.AddConsumer<PersoonVerwijderdConsumer>();
    }
}

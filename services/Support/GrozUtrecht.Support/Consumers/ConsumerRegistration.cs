using GrozUtrecht.Personen;
using MassTransit;

namespace GrozUtrecht.Support.Consumers;

internal static class ConsumerRegistration
{
    /// <summary>What Support listens to.</summary>
    public static void AddConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<UrenBijgeschrevenConsumer>();
        bus.AddConsumer<PersoonVerwijderdConsumer>();
        bus.AddConsumer<ActiviteitPublishedConsumer>();
        bus.AddConsumer<ActiviteitChangedConsumer>();
        bus.AddConsumer<ActiviteitWithdrawnConsumer>();
    }
}

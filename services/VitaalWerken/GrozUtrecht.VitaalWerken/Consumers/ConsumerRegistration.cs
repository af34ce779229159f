using GrozUtrecht.Personen;
using MassTransit;

namespace GrozUtrecht.VitaalWerken.Consumers;

internal static class ConsumerRegistration
{
    /// <summary>What Vitaal Werken listens to.</summary>
    public static void AddConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<BijdrageTeruggeboektConsumer>();
        bus.AddConsumer<BoekingGeweigerdConsumer>();
        bus.AddConsumer<PersoonVerwijderdConsumer>();
        bus.AddConsumer<UrenGedoneerdConsumer>();
        bus.AddConsumer<UrenVerrekendConsumer>();
    }
}

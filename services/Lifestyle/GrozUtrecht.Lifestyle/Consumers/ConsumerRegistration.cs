using GrozUtrecht.Personen;
using MassTransit;

namespace GrozUtrecht.Lifestyle.Consumers;

internal static class ConsumerRegistration
{
    /// <summary>What Lifestyle listens to.</summary>
    public static void AddConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PersoonVerwijderdConsumer>();
    }
}

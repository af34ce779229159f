using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Support.Features.SocialeKaart;
using MassTransit;

namespace GrozUtrecht.Support.Consumers;

/// <summary>Ends the entry of an activity that is no longer offered.</summary>
internal sealed class ActiviteitWithdrawnConsumer(Activiteitkaart kaart) : IConsumer<ActiviteitWithdrawn>
{
    public Task Consume(ConsumeContext<ActiviteitWithdrawn> context)
    {
        var told = context.Message;
        return kaart.TellAsync(told.ActiviteitId, told.Version, told.PartnerId, told.Gebied, null, context.CancellationToken);
    }
}

using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Support.Features.SocialeKaart;
using MassTransit;

namespace GrozUtrecht.Support.Consumers;

/// <summary>Puts an activity that OpenActive has no word for on the sociale kaart.</summary>
internal sealed class ActiviteitPublishedConsumer(Activiteitkaart kaart) : IConsumer<ActiviteitPublished>
{
    public Task Consume(ConsumeContext<ActiviteitPublished> context)
    {
        var told = context.Message;
        // A release that did not tell the facts leaves what is there as it is.
        return told.Feiten is null
            ? Task.CompletedTask
            : kaart.TellAsync(told.ActiviteitId, told.Version, told.PartnerId, told.Gebied, told.Feiten, context.CancellationToken);
    }
}

using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Support.Features.SocialeKaart;
using MassTransit;

namespace GrozUtrecht.Support.Consumers;

/// <summary>Changes the entry of an activity, or ends it when the activity got a word of OpenActive or lost its verified aanbieder.</summary>
internal sealed class ActiviteitChangedConsumer(Activiteitkaart kaart) : IConsumer<ActiviteitChanged>
{
    public Task Consume(ConsumeContext<ActiviteitChanged> context)
    {
        var told = context.Message;
        // A release that did not tell the facts leaves what is there as it is.
        return told.Feiten is null
            ? Task.CompletedTask
            : kaart.TellAsync(told.ActiviteitId, told.Version, told.PartnerId, told.Gebied, told.Feiten, context.CancellationToken);
    }
}

using GrozUtrecht.Tijdbank.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Contracts;
using MassTransit;

namespace GrozUtrecht.Tijdbank.Consumers;

/// <summary>Takes back what was booked for a contribution, or remembers that it is not to be booked.</summary>
internal sealed class BijdrageDisputedConsumer(Bijdrageboeking boeking) : IConsumer<BijdrageDisputed>
{
    public async Task Consume(ConsumeContext<BijdrageDisputed> context)
    {
        var message = context.Message;
        if (message.WijkpotId is not { } wijkpotId)
            return;

        await boeking.DisputeAsync(
            BijdrageDeliveredConsumer.Row(
                message.BijdrageId, message.Version, message.BedrijfId, message.Gebied, message.Soort, wijkpotId, message.OntvangerPartnerId,
                message.DurationMinutes),
            context.CancellationToken);
    }
}

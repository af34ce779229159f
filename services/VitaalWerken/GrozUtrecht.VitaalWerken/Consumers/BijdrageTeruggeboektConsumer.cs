using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using MassTransit;

namespace GrozUtrecht.VitaalWerken.Consumers;

/// <summary>The Tijdbank took a disputed contribution back, or never booked it.</summary>
internal sealed class BijdrageTeruggeboektConsumer(Bijdrageantwoord antwoord) : IConsumer<BijdrageTeruggeboekt>
{
    public Task Consume(ConsumeContext<BijdrageTeruggeboekt> context) => antwoord.TakeAsync(
        context.Message.BijdrageId, stand => stand.TakenBack(context.Message.OverboekingId is not null), code: null, context.CancellationToken);
}

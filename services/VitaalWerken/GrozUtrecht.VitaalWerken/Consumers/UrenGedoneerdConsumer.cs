using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using MassTransit;

namespace GrozUtrecht.VitaalWerken.Consumers;

/// <summary>The Tijdbank booked a contribution to a fund. Gifts from accounts are none of a company.</summary>
internal sealed class UrenGedoneerdConsumer(Bijdrageantwoord antwoord) : IConsumer<UrenGedoneerd>
{
    public async Task Consume(ConsumeContext<UrenGedoneerd> context)
    {
        if (context.Message is { Bron: Bijdrageantwoord.Bron, BronId: { } bijdrageId })
            await antwoord.TakeAsync(bijdrageId, stand => stand.Booked(), code: null, context.CancellationToken);
    }
}

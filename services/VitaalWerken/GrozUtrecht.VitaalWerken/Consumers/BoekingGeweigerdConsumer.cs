using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Data.Inkopen;
using MassTransit;

namespace GrozUtrecht.VitaalWerken.Consumers;

/// <summary>The Tijdbank refused what was asked.</summary>
internal sealed class BoekingGeweigerdConsumer(Bijdrageantwoord bijdrage, Inkoopantwoord inkoop) : IConsumer<BoekingGeweigerd>
{
    public async Task Consume(ConsumeContext<BoekingGeweigerd> context)
    {
        var message = context.Message;
        if (message.Bron == Bijdrageantwoord.Bron)
            await bijdrage.TakeAsync(message.BronId, stand => stand.Refused(message.Version), message.Code, context.CancellationToken);
        else if (message.Bron == Inkoopantwoord.Bron)
            await inkoop.TakeAsync(message.BronId, stand => stand.Refused(message.Version), message.Code, context.CancellationToken);
    }
}

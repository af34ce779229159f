using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.VitaalWerken.Data.Inkopen;
using MassTransit;

namespace GrozUtrecht.VitaalWerken.Consumers;

/// <summary>The Tijdbank paid an order in hours.</summary>
internal sealed class UrenVerrekendConsumer(Inkoopantwoord antwoord) : IConsumer<UrenVerrekend>
{
    public async Task Consume(ConsumeContext<UrenVerrekend> context)
    {
        var message = context.Message;
        if (message.Bron == Inkoopantwoord.Bron)
            await antwoord.TakeAsync(message.BronId, stand => stand.Paid(message.Version), code: null, context.CancellationToken);
    }
}

using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using MassTransit;

namespace GrozUtrecht.Tijdbank.Consumers;

/// <summary>Closes the account of a removed person. Running it twice, or before the account exists, ends the same.</summary>
internal sealed class PersoonVerwijderdConsumer(UnitOfWork work, TimeProvider clock) : IConsumer<PersoonVerwijderd>
{
    public async Task Consume(ConsumeContext<PersoonVerwijderd> context)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(context.CancellationToken);
        await RekeningStore.CloseAsync(connection, Guid.CreateVersion7(now), context.Message.PersoonId, now, context.CancellationToken);
    }
}

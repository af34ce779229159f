using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.ServiceDefaults.Data;
using MassTransit;

namespace GrozUtrecht.Personen;

/// <summary>Erases what is held of a removed person; the counts stay, and nobody keeps waiting for somebody who is gone.</summary>
public sealed class PersoonVerwijderdConsumer(UnitOfWork work, IEnumerable<IPersoonEraser> erasers, TimeProvider clock) : IConsumer<PersoonVerwijderd>
{
    public async Task Consume(ConsumeContext<PersoonVerwijderd> context)
    {
        var now = clock.GetUtcNow();
        var persoonId = context.Message.PersoonId;
        var connection = await work.OpenAsync(context.CancellationToken);
        if (!await PersoonStore.TryRemoveAsync(connection, persoonId, now, context.CancellationToken))
        {
            return;
        }

        foreach (var eraser in erasers)
        {
            await eraser.EraseAsync(connection, persoonId, now, context.CancellationToken);
        }
    }
}

using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using MassTransit;

namespace GrozUtrecht.Tijdbank.Consumers;

/// <summary>
/// Closes the account of a removed person, and erases what each capability knows of them. Running it twice, or before the account
/// exists, ends the same.
/// </summary>
internal sealed class PersoonVerwijderdConsumer(UnitOfWork work, IEnumerable<IPersoonEraser> erasers, TimeProvider clock) : IConsumer<PersoonVerwijderd>
{
    public async Task Consume(ConsumeContext<PersoonVerwijderd> context)
    {
        var now = clock.GetUtcNow();
        var persoonId = context.Message.PersoonId;
        var connection = await work.OpenAsync(context.CancellationToken);
        foreach (var eraser in erasers)
        {
            await eraser.EraseAsync(connection, persoonId, now, context.CancellationToken);
        }

        await RekeningStore.CloseAsync(connection, Guid.CreateVersion7(now), persoonId, now, context.CancellationToken);
    }
}

using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;

namespace GrozUtrecht.VitaalWerken.Data.Bijdragen;

/// <summary>Takes in what the Tijdbank answers: an answer that comes twice or too late changes nothing.</summary>
internal sealed class Bijdrageantwoord(UnitOfWork work, TimeProvider clock)
{
    public const string Bron = "vitaal-werken.bijdrage";

    /// <param name="id">The contribution.</param>
    /// <param name="change">Where it stands after the answer.</param>
    /// <param name="code">Why the Tijdbank refused, if it did.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task TakeAsync(Guid id, Func<Bijdragestand, Bijdragestand> change, string? code, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        // The Tijdbank learnt of it from a row that was committed, so an unknown one is an error that time does not mend.
        if (await BijdrageStore.FindAsync(connection, id, isLocked: true, cancellationToken) is not { } row)
            throw new DomainFailureException("vitaal-werken.bijdrage.onbekend");

        var stand = change(row.Stand);
        if (stand == row.Stand)
            return;
        await BijdrageStore.UpdateAsync(connection, (row with { BoekingCode = code }).With(stand, clock.GetUtcNow()), cancellationToken);
    }
}

using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.Lifestyle.Features.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>Ends what is open at a session: it is over, or it does not take place.</summary>
internal sealed class Afsluiting(UnitOfWork work, TimeProvider clock)
{
    /// <summary>Nobody can be checked in any more: who held a place did not come, and who waited waited in vain. Gives how many.</summary>
    public Task<int> CloseAsync(Guid sessieId, CancellationToken cancellationToken) => EndAsync(
        sessieId,
        status => status == Deelnamestatus.Aangemeld ? Deelnamestatus.NietVerschenen : Deelnamestatus.Verlopen,
        Vrijgavereden.NietVerschenen,
        cancellationToken);

    /// <summary>The session is cancelled: everybody who expected it hears so. The session is locked. Gives how many.</summary>
    public Task<int> CancelAsync(Guid sessieId, CancellationToken cancellationToken) =>
        EndAsync(sessieId, _ => Deelnamestatus.Vervallen, Vrijgavereden.Vervallen, cancellationToken);

    private async Task<int> EndAsync(
        Guid sessieId, Func<Deelnamestatus, Deelnamestatus> next, Vrijgavereden reden, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        await SessiefeitenStore.LockAsync(connection, sessieId, cancellationToken);
        var rows = await DeelnameStore.ExpectedAsync(connection, sessieId, cancellationToken);
        foreach (var row in rows)
        {
            var status = next(Words.Read<Deelnamestatus>(row.Status));
            await DeelnameStore.UpdateAsync(connection, row with { Version = row.Version + 1, Status = Words.Of(status) }, cancellationToken);
        }

        var paid = rows.Where(row => row.PreventiebudgetId is not null).Select(row => row.Id).ToList();
        if (paid.Count > 0)
            await Budgetboeking.ReleaseAsync(work, paid, reden, clock.GetUtcNow(), cancellationToken);
        return rows.Count;
    }
}

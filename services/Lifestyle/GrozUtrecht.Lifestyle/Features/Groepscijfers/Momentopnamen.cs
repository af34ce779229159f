using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Groepscijfers;
using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Groepscijfers;

/// <summary>Makes the momentopname of a quarter: once, in order of time, and only when nothing in it can change any more.</summary>
internal sealed class Momentopnamen(UnitOfWork work)
{
    /// <summary>A measurement may be corrected for seven days; a figure may not.</summary>
    private const int SettledAfterDays = 8;

    /// <summary>The newest quarter of which everything is settled.</summary>
    public static Kwartaal LastSettled(DateTimeOffset now) => Kwartaal.Of(NederlandseTijd.DayOf(now).AddDays(-SettledAfterDays)).Previous;

    /// <summary>Gives the momentopname and whether it is new, or why there is none.</summary>
    public async Task<(MomentopnameRow? Row, bool IsNew, Failure? Failure)> MakeAsync(Kwartaal kwartaal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var word = kwartaal.ToString();
        if (string.CompareOrdinal(word, LastSettled(now).ToString()) > 0)
            return (null, false, GroepscijferFailures.NotOverYet);

        var connection = await work.OpenAsync(cancellationToken);
        await GroepscijferStore.LockAsync(connection, cancellationToken);
        var existing = await GroepscijferStore.MomentopnamenAsync(connection, cancellationToken);
        if (existing.FirstOrDefault(row => row.Kwartaal == word) is { } made)
            return (made, false, null);
        if (existing.Count > 0 && string.CompareOrdinal(existing[0].Kwartaal, word) > 0)
            return (null, false, GroepscijferFailures.Passed);

        await GroepslidStore.LockAsync(connection, cancellationToken);
        var leden = await GroepslidStore.ListAsync(connection, kwartaal.LastDay, cancellationToken);
        var earlier = await GroepsgeheugenStore.ListAsync(connection, cancellationToken);
        // As precise as the database keeps it, so that the first answer is the same as the next.
        var row = new MomentopnameRow { Kwartaal = word, GemaaktOp = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)) };
        var maten = leden.SelectMany(lid => lid.Scores).Select(score => score.Maat).Distinct();
        await GroepscijferStore.PublishAsync(connection, row, maten, Groepscijferronde.Make(leden, earlier), cancellationToken);
        return (row, true, null);
    }
}

using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>What every step of a contribution shares: the row locked, a step that is the caller's to take, its event in the same transaction.</summary>
internal sealed class Bijdragestap(UnitOfWork work, TimeProvider clock)
{
    /// <summary>Every failure that a step can end in.</summary>
    public static Failure[] Failures { get; } =
        [BijdrageFailures.Unknown, BijdrageFailures.StepNotPossible, RequestFailures.VersionOutdated, RequestFailures.VersionMissing];

    /// <param name="http">The request.</param>
    /// <param name="id">The contribution.</param>
    /// <param name="handeling">The step.</param>
    /// <param name="change">What else changes, with the day of today; or why it cannot.</param>
    public async Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> TakeAsync(
        HttpContext http, Guid id, Bijdragehandeling handeling, Func<BijdrageRow, DateOnly, (BijdrageRow Row, Failure? Failure)> change)
    {
        var (toegang, failure) = await Bijdragetoegang.LockAsync(http, work, id);
        if (toegang is null)
            return failure!.ToProblem();

        var (row, kant) = toegang;
        var now = clock.GetUtcNow();
        var today = NederlandseTijd.DayOf(now);
        if (row.Stand.Take(handeling, kant, today, row.Version + 1) is not { } stand)
            return BijdrageFailures.StepNotPossible.ToProblem($"De bijdrage is nu {row.Status}{(row.Boeking is null ? "" : $", de boeking {row.Boeking}")}.");
        var (asked, refusal) = change(row, today);
        if (refusal is not null)
            return refusal.ToProblem();

        var changed = asked.With(stand, now);
        await BijdrageStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), changed, http.RequestAborted);
        Tell(handeling, changed, now);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(BijdrageAnswer.Of(changed));
    }

    private void Tell(Bijdragehandeling handeling, BijdrageRow row, DateTimeOffset now)
    {
        if (handeling is Bijdragehandeling.Leveren or Bijdragehandeling.OpnieuwAanbieden)
        {
            work.Publish(new BijdrageDelivered
            {
                BijdrageId = row.Id, Version = row.Version, BedrijfId = row.BedrijfId, Gebied = row.Gebied, Soort = row.Soort, WijkpotId = row.WijkpotId,
                OntvangerPartnerId = row.OntvangerPartnerId, DurationMinutes = row.DuurMinuten, AmountCents = row.BedragCenten,
                Aantal = row.Aantal ?? row.Dagdelen, OpgetredenOp = now,
            });
        }
        else if (handeling is Bijdragehandeling.Betwisten)
        {
            work.Publish(new BijdrageDisputed
            {
                BijdrageId = row.Id, Version = row.Version, BedrijfId = row.BedrijfId, Gebied = row.Gebied, Soort = row.Soort, WijkpotId = row.WijkpotId,
                OntvangerPartnerId = row.OntvangerPartnerId, DurationMinutes = row.DuurMinuten, OpgetredenOp = now,
            });
        }
    }
}

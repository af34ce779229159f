using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data.Inkopen;
using GrozUtrecht.VitaalWerken.Domain.Inkopen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inkopen;

/// <summary>What every step of an order shares: the row locked, a step that is the caller's to take, its event in the same transaction.</summary>
internal sealed class Inkoopstap(UnitOfWork work, TimeProvider clock)
{
    /// <summary>Every failure that a step can end in.</summary>
    public static Failure[] Failures { get; } =
        [InkoopFailures.Unknown, InkoopFailures.StepNotPossible, RequestFailures.VersionOutdated, RequestFailures.VersionMissing];

    /// <param name="http">The request.</param>
    /// <param name="id">The order.</param>
    /// <param name="handeling">The step.</param>
    /// <param name="change">What else changes, or why it cannot.</param>
    public async Task<Results<Ok<InkoopAnswer>, ProblemHttpResult>> TakeAsync(
        HttpContext http, Guid id, Inkoophandeling handeling, Func<InkoopRow, (InkoopRow Row, Failure? Failure)>? change = null)
    {
        if (!ETags.TryRead(http, out var version))
            return RequestFailures.VersionMissing.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await InkoopStore.FindAsync(connection, id, isLocked: true, http.RequestAborted) is not { } row || await SideAsync(row, http) is not { } side)
            return InkoopFailures.Unknown.ToProblem();
        if (row.Version != version)
            return RequestFailures.VersionOutdated.ToProblem();
        if (side.Kant is not { } kant || row.Stand.Take(handeling, kant, row.Version + 1) is not { } stand)
            return InkoopFailures.StepNotPossible.ToProblem($"De inkoop is nu {row.Status}.");
        var (asked, refusal) = change?.Invoke(row) ?? (row, null);
        if (refusal is not null)
            return refusal.ToProblem();

        var changed = asked.With(stand, clock.GetUtcNow());
        await InkoopStore.UpdateAsync(connection, changed, http.RequestAborted);
        if (handeling == Inkoophandeling.Afrekenen && stand.IsInHours)
            work.Publish(Asked(changed));
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(InkoopAnswer.Of(changed));
    }

    /// <summary>The side of the caller; one without a side is a coordinator, who only looks. Null when it is nothing to them.</summary>
    private async Task<Inkoopzijde?> SideAsync(InkoopRow row, HttpContext http)
    {
        if (row.KoperPartnerId == http.User.PartnerId())
            return new(Inkoopkant.Koper);
        if (row.LeverancierPartnerId == http.User.PartnerId())
            return new(Inkoopkant.Leverancier);
        var connection = await work.OpenAsync(http.RequestAborted);
        return await Toegang.FindAsync(connection, row.BedrijfId, http.User, isLocked: false, http.RequestAborted) is null ? null : new(null);
    }

    private static InkoopAfrekeningGevraagd Asked(InkoopRow row) => new()
    {
        InkoopId = row.Id,
        Version = row.Version,
        PartnerId = row.KoperPartnerId,
        LeverancierPartnerId = row.LeverancierPartnerId,
        VanRekeningId = row.VanRekeningId!.Value,
        NaarRekeningId = row.NaarRekeningId!.Value,
        DurationMinutes = row.PrijsMinuten!.Value,
        OpgetredenOp = row.GewijzigdOp,
    };

    private sealed record Inkoopzijde(Inkoopkant? Kant);
}

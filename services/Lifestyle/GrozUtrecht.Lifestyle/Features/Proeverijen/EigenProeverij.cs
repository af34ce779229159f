using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The proeverij that a coordinator is about to change: its own, locked, at the version that was seen, and open for the step.</summary>
internal static class EigenProeverij
{
    /// <summary>Gives the row as it stands after the step, still to be saved, or the answer that ends the request: one of the two.</summary>
    public static async Task<(ProeverijRow? Row, ProblemHttpResult? Refusal)> TakeAsync(HttpContext http, UnitOfWork work, Guid id, Proeverijstap stap)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing.ToProblem());
        var (row, refusal) = await TakeAnyVersionAsync(http, work, id, stap);
        return row is null || row.Version == version ? (row, refusal) : (null, RequestFailures.VersionOutdated.ToProblem());
    }

    /// <summary>The same for a step that does not build on what the caller saw of the proeverij.</summary>
    public static async Task<(ProeverijRow? Row, ProblemHttpResult? Refusal)> TakeAnyVersionAsync(
        HttpContext http, UnitOfWork work, Guid id, Proeverijstap stap)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ProeverijStore.LockAsync(connection, id, http.RequestAborted) is not { } row || row.PartnerId != http.User.PartnerId())
            return (null, ProeverijFailures.Unknown.ToProblem());
        return Proeverijloop.After(row.StatusValue, stap) is { } next
            ? (row with { Status = Words.Of(next) }, null)
            : (null, ProeverijFailures.StepNotPossible.ToProblem($"De proeverij is nu {row.Status}."));
    }

    /// <summary>Stores the changed row as the next version and answers with it.</summary>
    public static async Task<Ok<ProeverijAnswer>> SaveAsync(HttpContext http, UnitOfWork work, ProeverijRow changed, DateTimeOffset now)
    {
        var saved = changed with { Version = changed.Version + 1, GewijzigdOp = now };
        await ProeverijStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), saved, http.RequestAborted);
        ETags.Set(http, saved.Version);
        return TypedResults.Ok(ProeverijAnswer.Of(saved, saved.PartnerId));
    }
}

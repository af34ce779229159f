using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>The meeting that the company's side or a coordinator is about to see or change.</summary>
internal static class EigenBijeenkomst
{
    /// <summary>The meeting and in which capacity the caller sees it; null when it is nothing to them.</summary>
    public static async Task<(InspiratieRow Row, Rol Rol)?> FindAsync(NpgsqlConnection connection, Guid id, HttpContext http, bool isLocked)
    {
        var row = isLocked
            ? await InspiratieStore.LockAsync(connection, id, http.RequestAborted)
            : await InspiratieStore.FindAsync(connection, id, http.RequestAborted);
        return row is not null && await Toegang.FindAsync(connection, row.BedrijfId, http.User, isLocked: false, http.RequestAborted) is { } toegang
            ? (row, toegang.Rol)
            : null;
    }

    /// <summary>Gives the row as it stands after the step, locked and still to be saved, or the answer that ends the request.</summary>
    public static async Task<(InspiratieRow? Row, ProblemHttpResult? Refusal)> TakeAsync(HttpContext http, UnitOfWork work, Guid id, Inspiratiestap stap)
    {
        if (!ETags.TryRead(http, out var version))
            return (null, RequestFailures.VersionMissing.ToProblem());
        if (await FindAsync(await work.OpenAsync(http.RequestAborted), id, http, isLocked: true) is not { Row: var row })
            return (null, InspiratieFailures.Unknown.ToProblem());
        if (row.Version != version)
            return (null, RequestFailures.VersionOutdated.ToProblem());
        return Inspiratieloop.After(row.StatusValue, stap) is { } next
            ? (row with { Status = Words.Of(next) }, null)
            : (null, InspiratieFailures.StepNotPossible.ToProblem($"De bijeenkomst is nu {row.Status}."));
    }

    /// <summary>Stores the changed row as the next version and answers with it.</summary>
    public static async Task<Ok<InspiratieAnswer>> SaveAsync(HttpContext http, UnitOfWork work, InspiratieRow changed, DateTimeOffset now)
    {
        var saved = changed with { Version = changed.Version + 1, GewijzigdOp = now };
        await InspiratieStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), saved, http.RequestAborted);
        ETags.Set(http, saved.Version);
        return TypedResults.Ok(InspiratieAnswer.Of(saved, now));
    }
}

using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>The question that a caller is about to change: its own, locked, at the version that was seen, and open for the step.</summary>
internal static class EigenSocialeVraag
{
    /// <summary>Gives the row as it stands after the step, still to be saved, or the answer that ends the request: exactly one of the two.</summary>
    public static async Task<(SocialeVraagRow? Vraag, ProblemHttpResult? Refusal)> TakeAsync(
        HttpContext http, NpgsqlConnection connection, Guid id, Stap stap)
    {
        if (!ETags.TryRead(http, out var version))
        {
            return (null, RequestFailures.VersionMissing.ToProblem());
        }

        if (await SocialeVraagRows.LockAsync(connection, http.User.PartnerId(), id, http.RequestAborted) is not { } vraag)
        {
            return (null, SocialeVraagFailures.Unknown.ToProblem());
        }

        return vraag.Version == version
            ? Take(vraag, stap)
            : (null, RequestFailures.VersionOutdated.ToProblem(SocialeVraagFailures.AgainHelp));
    }

    /// <summary>The same, for a question that is locked already.</summary>
    public static (SocialeVraagRow? Vraag, ProblemHttpResult? Refusal) Take(SocialeVraagRow vraag, Stap stap) =>
        SocialeVraag.After(vraag.StatusValue, stap) is { } next
            ? (vraag with { Status = Words<SocialeVraagStatus>.Of(next) }, null)
            : (null, SocialeVraagFailures.StepNotPossible.ToProblem($"De vraag is nu {vraag.Status}."));

    /// <summary>Saves and answers with it.</summary>
    public static async Task<Ok<SocialeVraagResponse>> SaveAsync(
        HttpContext http, NpgsqlConnection connection, SocialeVraagRow changed, Stap stap, DateTimeOffset now)
    {
        var saved = await SocialeVraagRows.SaveAsync(connection, changed, stap, now, http.RequestAborted);
        ETags.Set(http, saved.Version);
        return TypedResults.Ok(saved.ToResponse(now));
    }
}

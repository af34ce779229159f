using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurtassistenten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>What the answers to a hand-over share: the question locked, and a hand-over that still waits.</summary>
internal static class Overdrachtstap
{
    /// <summary>Gives the waiting hand-over and its locked question, or the answer that ends the request.</summary>
    public static async Task<(OverdrachtRow? Overdracht, SocialeVraagRow? Vraag, ProblemHttpResult? Refusal)> LockAsync(
        HttpContext http, NpgsqlConnection connection, Guid id)
    {
        var partnerId = http.User.PartnerId();
        if (await OverdrachtStore.FindAsync(connection, partnerId, id, http.RequestAborted) is not { } seen)
        {
            return (null, null, SocialeVraagFailures.OverdrachtUnknown.ToProblem());
        }

        // Every answer holds the question first, so what is read after it is what stands.
        var vraag = await SocialeVraagRows.LockAsync(connection, partnerId, seen.SocialeVraagId, http.RequestAborted);
        var overdracht = await OverdrachtStore.FindAsync(connection, partnerId, id, http.RequestAborted);
        return overdracht!.StatusValue is OverdrachtStatus.Gevraagd
            ? (overdracht, vraag, null)
            : (null, null, SocialeVraagFailures.OverdrachtAnswered.ToProblem($"De overdracht is {overdracht.Status}."));
    }

    /// <summary>Why this buurtassistent may not answer; null when they may.</summary>
    public static ProblemHttpResult? Refuse(OverdrachtRow overdracht, BuurtassistentRow? assistent)
    {
        if (assistent is null)
        {
            return BuurtassistentFailures.NotYours.ToProblem();
        }

        var isAsked = overdracht.NaarBuurtassistentId is { } colleague ? colleague == assistent.Id : assistent.WorksIn(overdracht.NaarBuurtId);
        return isAsked ? null : SocialeVraagFailures.OverdrachtForOther.ToProblem();
    }
}

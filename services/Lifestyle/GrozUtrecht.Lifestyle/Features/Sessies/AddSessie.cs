using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary><c>POST /activiteiten/{id}/sessies</c>: one more session of the caller's activity.</summary>
internal static class AddSessie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/sessies", Handle)
        .WithSummary("Sessie toevoegen")
        .WithDescription(
            $"Voegt een sessie toe van {SessieRules.MinimumMinutes} minuten tot {SessieRules.MaximumHours} uur, die nog moet komen en "
            + "geen andere sessie van deze activiteit overlapt. Aansluiten mag.")
        .MayFail(ActiviteitFailures.Unknown)
        .MayFail(SessieFailures.Refusals);

    private static async Task<Results<Created<SessieAnswer>, ProblemHttpResult>> Handle(
        Guid id, SessieBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        // The lock makes the count true until the commit: two additions wait for each other.
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ActiviteitStore.LockOwnAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } activiteit)
            return ActiviteitFailures.Unknown.ToProblem();

        var now = clock.GetUtcNow();
        var sessiesToCome = await SessieStore.CountToComeAsync(connection, id, now, http.RequestAborted);
        if (SessieRules.Add(sessiesToCome, body.BegintOp, body.EindigtOp, now) is { } refusal)
            return SessieFailures.Of(refusal).ToProblem();

        var row = new SessieRow
        {
            Id = Guid.CreateVersion7(now),
            ActiviteitId = id,
            Soort = Words.Of(Sessiesoort.Regulier),
            SessieStatus = Words.Of(Sessiestatus.Gepland),
            BegintOp = body.BegintOp.ToUniversalTime(),
            EindigtOp = body.EindigtOp.ToUniversalTime(),
            Capaciteit = activiteit.Capaciteit,
            AangemaaktOp = now,
            GewijzigdOp = now,
        };
        return await SessieStore.TryInsertAsync(connection, row, http.RequestAborted)
            ? TypedResults.Created($"{http.Request.Path}/{row.Id}", SessieAnswer.Of(row))
            : SessieFailures.Overlaps.ToProblem();
    }
}

/// <summary>When the session is.</summary>
public sealed record SessieBody(
    [property: Description("Begin, met tijdzone.")] DateTimeOffset BegintOp,
    [property: Description("Einde, met tijdzone; de sessie bezet de tijd tot dit moment.")] DateTimeOffset EindigtOp);

using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Lifestyle.Data.Metingen;
using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.Lifestyle.Features.Inzagesleutels;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Arrangementen;

/// <summary><c>POST /arrangementen/{id}/start</c>: from this day the moments to measure are counted.</summary>
internal static class StartArrangement
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/arrangementen/{id:guid}/start", Handle)
        .RequireScope(InzagesleutelFailures.GuideScope)
        .WithSummary("Arrangement starten")
        .WithDescription("Start vandaag. Daarvan worden de metingen na 0, 3, 6 en 12 maanden geteld. Een persoon heeft één arrangement dat loopt.")
        .MayFail(ArrangementFailures.Unknown, ArrangementFailures.NotAgreed, ArrangementFailures.AlreadyRunning, ArrangementFailures.Ended, ArrangementFailures.RunsElsewhere);

    private static async Task<Results<Ok<ArrangementstandAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (partnerId, now, connection) = (http.User.PartnerId(), clock.GetUtcNow(), await work.OpenAsync(http.RequestAborted));
        // First the person and then the arrangement, as everywhere: so two guides do not start at the same time.
        var found = await ArrangementStore.FindAsync(connection, id, partnerId, http.RequestAborted);
        if (found?.Pseudoniem is not { } pseudoniem
            || await Sleutelkast.LockPseudoniemAsync(connection, pseudoniem, http.RequestAborted) is null
            || await ArrangementStore.LockOfGuideAsync(connection, id, partnerId, http.RequestAborted) is not { } row)
        {
            return ArrangementFailures.Unknown.ToProblem();
        }

        if (ArrangementRules.Start(Words.Read<ArrangementStatus>(row.Status)) is { } refusal)
            return ArrangementFailures.Of(refusal).ToProblem();
        if (await ArrangementStore.HasAnotherAsync(connection, pseudoniem, partnerId: null, running: true, http.RequestAborted))
            return ArrangementFailures.RunsElsewhere.ToProblem();

        var today = NederlandseTijd.DayOf(now);
        var started = row with { Version = row.Version + 1, Status = Words.Of(ArrangementStatus.Lopend), StartDatum = today };
        await ArrangementStore.UpdateAsync(connection, started, http.RequestAborted);
        await MeetmomentStore.InsertAsync(connection, Meetplan.From(today).Select(moment => RowOf(id, moment)), http.RequestAborted);

        var versies = (await ArrangementversieStore.CurrentAsync(connection, [id], http.RequestAborted))[id];
        work.Publish(new ArrangementStarted
        {
            ArrangementId = id,
            Version = started.Version,
            PartnerId = started.PartnerId,
            Gebied = started.Gebied,
            Doelgroep = started.Doelgroep,
            ActiviteitenAantal = versies.Single(versie => versie.Versie == started.GeldendeVersie).ActiviteitIds.Length,
            OpgetredenOp = now,
        });
        return TypedResults.Ok(ArrangementstandAnswer.Of(started));
    }

    private static MeetmomentRow RowOf(Guid id, Meetmoment moment) => new()
    {
        ArrangementId = id, Maanden = moment.Maanden, OpentDatum = moment.OpentDatum, SluitDatum = moment.SluitDatum, Gedaan = false,
    };
}

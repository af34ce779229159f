using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.Lifestyle.Features.Sessies;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary><c>PUT /activiteiten/{id}/reeksen/{reeksId}</c>: from a day on the series is another one.</summary>
internal static class ChangeReeks
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/activiteiten/{id:guid}/reeksen/{reeksId:guid}", Handle)
        .WithSummary("Reeks wijzigen vanaf een dag")
        .WithDescription(
            "Vervangt de reeks vanaf `vanaf`; wat eerder was blijft. Sessies verhuizen binnen hun dag of anders hun week, vervallen of komen erbij. "
            + "Een sessie waarvoor mensen zijn aangemeld blijft staan en wordt genoemd, tenzij u vraagt de mensen mee te verhuizen: laat het hun dan weten. "
            + "Ook `aantal` telt opnieuw vanaf die dag. Dagen die eerder zijn overgeslagen blijven dat.")
        .MayFail(ReeksFailures.Unknown, RequestFailures.VersionMissing, RequestFailures.VersionOutdated, ReeksFailures.Overlaps, SessieFailures.TooMany)
        .MayFail(ReeksFailures.Refusals);

    private static async Task<Results<Ok<ReekswijzigingAnswer>, ProblemHttpResult>> Handle(
        Guid id,
        Guid reeksId,
        ReeksBody body,
        HttpContext http,
        UnitOfWork work,
        TimeProvider clock,
        [Description("Verhuis ook sessies waarvoor mensen zijn aangemeld.")] bool deelnamesMeeverhuizen = false)
    {
        var now = clock.GetUtcNow();
        var (today, regel, cancellation) = (NederlandseTijd.DayOf(now), body.ToRegel(), http.RequestAborted);
        if (ReeksRules.Describe(regel, today) is { } refusal)
            return ReeksFailures.Of(refusal).ToProblem();
        var (row, failure) = await OwnReeks.LockVersionAsync(http, work, id, reeksId);
        if (row is null)
            return failure!.ToProblem();

        var connection = await work.OpenAsync(cancellation);
        await ReeksStore.SkipAsync(connection, reeksId, body.OvergeslagenDagen ?? [], Overslagreden.Overgeslagen, cancellation);
        var overgeslagen = await ReeksStore.UitzonderingenAsync(connection, reeksId, cancellation);
        var plan = Reeksplan.Of(regel, overgeslagen, regel.Vanaf, Reeksplan.Horizon(regel, today), 0, now);
        if (ReeksRules.Plan(regel, plan) is { } empty)
            return ReeksFailures.Of(empty).ToProblem();

        var from = NederlandseTijd.MomentOf(regel.Vanaf, TimeOnly.MinValue);
        var sessies = await ReekssessieStore.LockFromAsync(connection, reeksId, from > now ? from : now, cancellation);
        if (await OwnReeks.RefuseAsync(connection, id, plan.Sessies, [.. sessies.Select(sessie => sessie.Id)], now, cancellation) is { } problem)
            return problem;

        var changes = Herplanning.Of(sessies, plan.Sessies, deelnamesMeeverhuizen);
        var changed = row.With(regel) with
        {
            Version = row.Version + 1,
            GeplandTot = plan.GeplandTot,
            AantalGepland = plan.Sessies.Count,
            GewijzigdOp = now,
        };
        await ReeksStore.UpdateAsync(connection, changed, cancellation);
        await ReekssessieStore.CancelAsync(connection, changes.Vervallen.Select(sessie => sessie.Id), now, cancellation);
        await ReekssessieStore.MoveAsync(connection, [.. changes.Verplaatst.Select(move => (move.Sessie.Id, move.Naar))], now, cancellation);
        await ReekssessieStore.InsertAsync(connection, changed, changes.Nieuw, now, cancellation);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(new ReekswijzigingAnswer(
            ReeksAnswer.Of(changed), changes.Verplaatst.Count, changes.Vervallen.Count, changes.Nieuw.Count, ReekswijzigingAnswer.Kept(changes.Behouden)));
    }
}

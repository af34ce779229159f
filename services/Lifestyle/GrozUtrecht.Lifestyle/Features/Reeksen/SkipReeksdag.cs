using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary><c>POST /activiteiten/{id}/reeksen/{reeksId}/overgeslagen-dagen</c>: one day without a session.</summary>
internal static class SkipReeksdag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/reeksen/{reeksId:guid}/overgeslagen-dagen", Handle)
        .WithSummary("Dag overslaan")
        .WithDescription(
            "Op deze dag is er geen sessie van de reeks: die er al is vervalt, en een dag die nog niet gepland is wordt later overgeslagen. "
            + "Twee keer dezelfde dag overslaan mag.")
        .MayFail(ReeksFailures.Unknown, ReeksFailures.DayPast, ReeksFailures.HasDeelnames);

    private static async Task<Results<Ok<ReeksAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid reeksId, OvergeslagenDag dag, HttpContext http, UnitOfWork work, Afsluiting afsluiting, TimeProvider clock)
    {
        var (now, cancellation) = (clock.GetUtcNow(), http.RequestAborted);
        if (dag.Dag < NederlandseTijd.DayOf(now))
            return ReeksFailures.DayPast.ToProblem();
        if (await OwnReeks.LockAsync(http, work, id, reeksId) is not { } row)
            return ReeksFailures.Unknown.ToProblem();

        var connection = await work.OpenAsync(cancellation);
        var from = NederlandseTijd.MomentOf(dag.Dag, TimeOnly.MinValue);
        var ofDay = (await ReekssessieStore.LockFromAsync(connection, reeksId, from > now ? from : now, cancellation))
            .Where(sessie => sessie.Dag == dag.Dag)
            .ToList();
        if (ofDay.Exists(sessie => sessie.HeeftDeelnames) && !dag.DeelnamesLatenVervallen)
            return ReeksFailures.HasDeelnames.ToProblem();

        foreach (var sessie in ofDay)
            await afsluiting.CancelAsync(sessie.Id, cancellation);
        await ReekssessieStore.CancelAsync(connection, ofDay.Select(sessie => sessie.Id), now, cancellation);
        await ReeksStore.SkipAsync(connection, reeksId, [dag.Dag], Overslagreden.Overgeslagen, cancellation);
        return TypedResults.Ok(ReeksAnswer.Of(row));
    }
}

/// <summary>A day without a session.</summary>
public sealed record OvergeslagenDag(
    [property: Description("De dag; vandaag of later.")] DateOnly Dag,
    [property: Description("Laat ook een sessie vervallen waarvoor mensen zijn aangemeld, met hun deelname.")] bool DeelnamesLatenVervallen = false);

using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary><c>POST /activiteiten/{id}/reeksen/{reeksId}/beeindiging</c>: from a day on there are no sessions any more.</summary>
internal static class EndReeks
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/reeksen/{reeksId:guid}/beeindiging", Handle)
        .WithSummary("Reeks beëindigen")
        .WithDescription(
            "Vanaf deze dag komen er geen sessies meer en vervallen de sessies die er al zijn. Een sessie waarvoor mensen zijn aangemeld blijft "
            + "staan en wordt genoemd, tenzij u vraagt ook de deelnames te laten vervallen.")
        .MayFail(ReeksFailures.Unknown, ReeksFailures.DayPast);

    private static async Task<Results<Ok<ReekswijzigingAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid reeksId, Reekseinde einde, HttpContext http, UnitOfWork work, Afsluiting afsluiting, TimeProvider clock)
    {
        var (now, cancellation) = (clock.GetUtcNow(), http.RequestAborted);
        if (einde.Vanaf < NederlandseTijd.DayOf(now))
            return ReeksFailures.DayPast.ToProblem();
        if (await OwnReeks.LockAsync(http, work, id, reeksId) is not { } row)
            return ReeksFailures.Unknown.ToProblem();

        var connection = await work.OpenAsync(cancellation);
        var from = NederlandseTijd.MomentOf(einde.Vanaf, TimeOnly.MinValue);
        var sessies = await ReekssessieStore.LockFromAsync(connection, reeksId, from > now ? from : now, cancellation);
        List<Reekssessie> kept = einde.DeelnamesLatenVervallen ? [] : [.. sessies.Where(sessie => sessie.HeeftDeelnames)];
        var ended = sessies.Except(kept).Select(sessie => sessie.Id).ToList();
        foreach (var sessieId in ended)
            await afsluiting.CancelAsync(sessieId, cancellation);
        await ReekssessieStore.CancelAsync(connection, ended, now, cancellation);

        // The day before becomes the last one, unless the series ended earlier already.
        var last = einde.Vanaf.AddDays(-1);
        var changed = row with { Version = row.Version + 1, Tot = row.Tot < last ? row.Tot : last, Aantal = null, GewijzigdOp = now };
        await ReeksStore.UpdateAsync(connection, changed, cancellation);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(new ReekswijzigingAnswer(ReeksAnswer.Of(changed), 0, ended.Count, 0, ReekswijzigingAnswer.Kept(kept)));
    }
}

/// <summary>When a series ends.</summary>
public sealed record Reekseinde(
    [property: Description("De eerste dag zonder sessies; vandaag of later.")] DateOnly Vanaf,
    [property: Description("Laat ook sessies vervallen waarvoor mensen zijn aangemeld, met hun deelname.")] bool DeelnamesLatenVervallen = false);

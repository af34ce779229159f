using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary><c>POST /activiteiten/{id}/publicatie</c>: the activity becomes visible to everyone.</summary>
internal static class PublishActiviteit
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/publicatie", Handle)
        .WithSummary("Activiteit publiceren")
        .WithDescription(
            "Maakt een eigen activiteit zichtbaar voor iedere partner. Er moet een sessie zijn die nog moet komen. Een ingetrokken "
            + "activiteit kan opnieuw worden gepubliceerd. Stuur in If-Match de ETag van de versie die u publiceert.")
        .MayFail(ActiviteitFailures.Change)
        .MayFail(ActiviteitFailures.AlreadyPublished, ActiviteitFailures.NoSessieToCome);

    private static async Task<Results<Ok<ActiviteitAnswer>, ProblemHttpResult>> Handle(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnActiviteit.LockAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();

        var now = clock.GetUtcNow();
        var sessiesToCome = await SessieStore.CountToComeAsync(await work.OpenAsync(http.RequestAborted), id, now, http.RequestAborted);
        if (ActiviteitRules.Publish(Words.Read<ActiviteitStatus>(row.Status), sessiesToCome) is { } refusal)
            return ActiviteitFailures.Of(refusal).ToProblem();

        var changed = row with
        {
            Version = row.Version + 1,
            Status = Words.Of(ActiviteitStatus.Gepubliceerd),
            GewijzigdOp = now,
            GepubliceerdOp = now,
            IngetrokkenOp = null,
        };
        work.Publish(await Activiteitnieuws.PublishedAsync(await work.OpenAsync(http.RequestAborted), changed, now, http.RequestAborted));
        return TypedResults.Ok(await OwnActiviteit.SaveAsync(http, work, changed));
    }
}

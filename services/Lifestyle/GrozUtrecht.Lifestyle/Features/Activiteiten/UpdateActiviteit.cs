using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary><c>PUT /activiteiten/{id}</c>: the owner replaces the facts of an activity, in whatever state it is.</summary>
internal static class UpdateActiviteit
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/activiteiten/{id:guid}", Handle)
        .WithSummary("Activiteit wijzigen")
        .WithDescription("Vervangt de gegevens van een eigen activiteit. Een ander aantal plaatsen geldt ook voor de sessies die nog komen. Stuur in If-Match de ETag van de versie die u wijzigt.")
        .MayFail(ActiviteitFailures.Change)
        .MayFail(ActiviteitFailures.Description);

    private static async Task<Results<Ok<ActiviteitAnswer>, ProblemHttpResult>> Handle(
        Guid id, ActiviteitBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnActiviteit.LockAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();
        if (body.Refuse(out var gebied) is { } refused)
            return refused.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (!await AanbiederStore.IsOwnAsync(connection, body.AanbiederId, row.PartnerId, http.RequestAborted))
            return ActiviteitFailures.AanbiederUnknown.ToProblem();

        var now = clock.GetUtcNow();
        var changed = body.Change(row, gebied!, now);
        if (changed.Capaciteit != row.Capaciteit)
        {
            foreach (var sessieId in await ActiviteitStore.ResizeSessiesAsync(connection, row, changed.Capaciteit, now, http.RequestAborted))
                await Wachtlijst.OfferFreePlacesAsync(connection, sessieId, now, http.RequestAborted);
        }

        var answer = await OwnActiviteit.SaveAsync(http, work, changed);
        if (Words.Read<ActiviteitStatus>(changed.Status) == ActiviteitStatus.Gepubliceerd)
            work.Publish(await Activiteitnieuws.ChangedAsync(connection, changed, now, http.RequestAborted));
        return TypedResults.Ok(answer);
    }
}

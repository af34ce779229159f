using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary><c>PUT /aanbieders/{id}</c>: the partner replaces what an aanbieder says of itself.</summary>
internal static class ChangeAanbieder
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/aanbieders/{id:guid}", Handle)
        .WithSummary("Aanbieder wijzigen")
        .WithDescription(
            "Vervangt de gegevens van een eigen aanbieder. Wie anders gaat heten of iets anders wordt, wordt opnieuw beoordeeld. Stuur in "
            + "If-Match de ETag van de versie die u wijzigt.")
        .MayFail(AanbiederFailures.Unknown, AanbiederFailures.Stopped, RequestFailures.VersionMissing, RequestFailures.VersionOutdated)
        .MayFail(ActiviteitFailures.GebiedUnknown, AanbiederFailures.GebiedTwice, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Ok<AanbiederAnswer>, ProblemHttpResult>> Handle(
        Guid id, AanbiederBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Refuse() is { } refused)
            return refused;
        if (!ETags.TryRead(http, out var version))
            return RequestFailures.VersionMissing.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await AanbiederStore.LockAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return AanbiederFailures.Unknown.ToProblem();
        if (row.Version != version)
            return RequestFailures.VersionOutdated.ToProblem();
        var status = Words.Read<Aanbiederstatus>(row.Status);
        if (status == Aanbiederstatus.Gestopt)
            return AanbiederFailures.Stopped.ToProblem();

        var isSomebodyElse = body.Naam != row.Naam || Words.Of(body.Soort) != row.Soort;
        var changed = row with
        {
            Version = row.Version + 1,
            Soort = Words.Of(body.Soort),
            Status = Words.Of(Aanbiederloop.AfterChange(status, isSomebodyElse)),
            Naam = body.Naam,
            Omschrijving = body.Omschrijving,
            Website = body.Website,
            Gebieden = [.. body.Gebieden],
            GewijzigdOp = clock.GetUtcNow(),
        };
        await AanbiederStore.UpdateAsync(connection, changed, http.RequestAborted);
        if (changed.Status != row.Status)
            await Aanbiedernieuws.TellAsync(work, id, changed.GewijzigdOp, http.RequestAborted);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(AanbiederAnswer.Of(changed, changed.PartnerId));
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary><c>POST /aanbieders/{id}/beoordeling</c>: a coordinator says whether an aanbieder is who it says it is.</summary>
internal static class JudgeAanbieder
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/aanbieders/{id:guid}/beoordeling", Handle)
        .RequireScope(AanbiedersSetup.CoordinatorScope)
        .WithSummary("Aanbieder beoordelen")
        .WithDescription($"Verifieert een aanbieder of wijst hem af, met reden; opnieuw beoordelen mag. Vraagt `{AanbiedersSetup.CoordinatorScope}`.")
        .MayFail(AanbiederFailures.Unknown, AanbiederFailures.Stopped, AanbiederFailures.ReasonMissing, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Ok<AanbiederAnswer>, ProblemHttpResult>> Handle(
        Guid id, BeoordelingRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (!request.Geverifieerd && request.Toelichting is null)
            return AanbiederFailures.ReasonMissing.ToProblem();
        if (request.Toelichting is { } text && FreeText.Refuse(text) is { } refused)
            return refused;

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await AanbiederStore.LockAsync(connection, id, null, http.RequestAborted) is not { } row)
            return AanbiederFailures.Unknown.ToProblem();
        if (!Aanbiederloop.CanBeJudged(Words.Read<Aanbiederstatus>(row.Status)))
            return AanbiederFailures.Stopped.ToProblem();

        var now = clock.GetUtcNow();
        var judged = row with
        {
            Version = row.Version + 1,
            Status = Words.Of(request.Geverifieerd ? Aanbiederstatus.Geverifieerd : Aanbiederstatus.Afgewezen),
            Beoordeling = request.Toelichting,
            BeoordeeldOp = now,
            GewijzigdOp = now,
        };
        await AanbiederStore.UpdateAsync(connection, judged, http.RequestAborted);
        await Aanbiedernieuws.TellAsync(work, id, now, http.RequestAborted);
        ETags.Set(http, judged.Version);
        return TypedResults.Ok(AanbiederAnswer.Of(judged, http.User.PartnerId()));
    }
}

/// <summary>What a coordinator decides.</summary>
public sealed record BeoordelingRequest(
    [property: Description("True: geverifieerd. False: afgewezen.")] bool Geverifieerd,
    [property: StringLength(500, MinimumLength = 1), Description("Waarom; verplicht bij een afwijzing.")] string? Toelichting = null);

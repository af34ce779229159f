using GrozUtrecht.Lifestyle.Data.Aanbieders;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary><c>POST /aanbieders</c>: a partner registers who offers activities.</summary>
internal static class RegisterAanbieder
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/aanbieders", Handle)
        .WithSummary("Aanbieder aanmelden")
        .WithDescription("Meldt een professional, ondernemer, actieve bewoner of initiatief aan. Een coördinator beoordeelt; daarna krijgt de aanbieder een openbare pagina.")
        .MayFail(ActiviteitFailures.GebiedUnknown, AanbiederFailures.GebiedTwice, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<AanbiederAnswer>, ProblemHttpResult>> Handle(
        AanbiederBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (body.Refuse() is { } refused)
            return refused;

        var now = clock.GetUtcNow();
        var row = new AanbiederRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = http.User.PartnerId(),
            Version = 1,
            Soort = Words.Of(body.Soort),
            Status = Words.Of(Aanbiederstatus.Aangemeld),
            Naam = body.Naam,
            Omschrijving = body.Omschrijving,
            Website = body.Website,
            Gebieden = [.. body.Gebieden],
            AangemaaktOp = now,
            GewijzigdOp = now,
        };
        await AanbiederStore.InsertAsync(await work.OpenAsync(http.RequestAborted), row, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", AanbiederAnswer.Of(row, row.PartnerId));
    }
}

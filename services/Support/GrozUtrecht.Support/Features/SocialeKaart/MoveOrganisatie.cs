using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>The life of an organisation: <c>POST /organisaties/{id}/publicatie</c>, <c>/verificatie</c> and <c>/beeindiging</c>.</summary>
internal static class MoveOrganisatie
{
    private static readonly string Common =
        $"Noem in If-Match de ETag die u zag. Vraagt de scope {SocialeKaartSetup.Scope}. "
        + $"Foutcodes: {KaartFailures.OrganisatieUnknown.Code} (404), {KaartFailures.OrganisatieEnded.Code} (409)";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/organisaties/{id:guid}/publicatie", PublishAsync)
            .WithName("publishOrganisatie")
            .RequireScope(SocialeKaartSetup.Scope)
            .ChangesAnEntry()
            .WithSummary("Publiceer een organisatie")
            .WithDescription($"Iedereen ziet haar daarna, ook zonder token. Wie publiceert zegt dat het vandaag klopt. {Common}, {KaartFailures.AlreadyPublished.Code} (409).");
        api.MapPost("/organisaties/{id:guid}/verificatie", VerifyAsync)
            .WithName("verifyOrganisatie")
            .RequireScope(SocialeKaartSetup.Scope)
            .ChangesAnEntry()
            .WithSummary("Zeg dat een organisatie nog klopt")
            .WithDescription($"Vandaag wordt de geverifieerdDatum. {Common}, {KaartFailures.NotPublished.Code} (409).");
        api.MapPost("/organisaties/{id:guid}/beeindiging", EndAsync)
            .WithName("endOrganisatie")
            .RequireScope(SocialeKaartSetup.Scope)
            .ChangesAnEntry()
            .WithSummary("Beëindig een organisatie")
            .WithDescription($"Voorgoed, met al haar voorzieningen, en met haar locaties waar geen andere voorziening is. {Common}.");
    }

    private static async Task<Results<Ok<OrganisatieAnswer>, ProblemHttpResult>> PublishAsync(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnOrganisatie.LockAsync(http, work, id);
        if (row is null)
        {
            return failure!.ToProblem();
        }

        if (row.StatusValue == Kaartstatus.Gepubliceerd)
        {
            return KaartFailures.AlreadyPublished.ToProblem();
        }

        var now = clock.GetUtcNow();
        var published = row.Verified(Verificatie.On(NederlandseTijd.DayOf(now), row.VerificatieMaanden)) with
        {
            Status = Words<Kaartstatus>.Of(Kaartstatus.Gepubliceerd),
            GepubliceerdOp = now,
        };
        return TypedResults.Ok(await OwnOrganisatie.SaveAsync(http, work, published, now));
    }

    private static async Task<Results<Ok<OrganisatieAnswer>, ProblemHttpResult>> VerifyAsync(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnOrganisatie.LockAsync(http, work, id);
        if (row is null)
        {
            return failure!.ToProblem();
        }

        if (row.StatusValue != Kaartstatus.Gepubliceerd)
        {
            return KaartFailures.NotPublished.ToProblem();
        }

        var now = clock.GetUtcNow();
        var verified = row.Verified(Verificatie.On(NederlandseTijd.DayOf(now), row.VerificatieMaanden));
        return TypedResults.Ok(await OwnOrganisatie.SaveAsync(http, work, verified, now));
    }

    private static async Task<Results<Ok<OrganisatieAnswer>, ProblemHttpResult>> EndAsync(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnOrganisatie.LockAsync(http, work, id);
        if (row is null)
        {
            return failure!.ToProblem();
        }

        var now = clock.GetUtcNow();
        await OrganisatieStore.EndPartsAsync(await work.OpenAsync(http.RequestAborted), id, now, http.RequestAborted);
        return TypedResults.Ok(await OwnOrganisatie.SaveAsync(http, work, row with { Status = Words<Kaartstatus>.Of(Kaartstatus.Beeindigd) }, now));
    }
}

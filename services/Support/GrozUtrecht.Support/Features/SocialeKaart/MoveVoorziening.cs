using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>The life of a voorziening: <c>POST /voorzieningen/{id}/publicatie</c>, <c>/verificatie</c> and <c>/beeindiging</c>.</summary>
internal static class MoveVoorziening
{
    private static readonly string Common =
        $"Noem in If-Match de ETag die u zag. Vraagt de scope {SocialeKaartSetup.Scope}. "
        + $"Foutcodes: {KaartFailures.VoorzieningUnknown.Code} (404), {KaartFailures.VoorzieningEnded.Code} (409)";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/voorzieningen/{id:guid}/publicatie", PublishAsync)
            .WithName("publishVoorziening")
            .RequireScope(SocialeKaartSetup.Scope)
            .ChangesAnEntry()
            .WithSummary("Publiceer een voorziening")
            .WithDescription(
                $"Iedereen ziet haar daarna, ook zonder token. Wie publiceert zegt dat het vandaag klopt. {Common}, "
                + $"{KaartFailures.AlreadyPublished.Code} (409), {KaartFailures.OrganisatieNotPublished.Code} (409).");
        api.MapPost("/voorzieningen/{id:guid}/verificatie", VerifyAsync)
            .WithName("verifyVoorziening")
            .RequireScope(SocialeKaartSetup.Scope)
            .ChangesAnEntry()
            .WithSummary("Zeg dat een voorziening nog klopt")
            .WithDescription($"Vandaag wordt de geverifieerdDatum. {Common}, {KaartFailures.NotPublished.Code} (409).");
        api.MapPost("/voorzieningen/{id:guid}/beeindiging", EndAsync)
            .WithName("endVoorziening")
            .RequireScope(SocialeKaartSetup.Scope)
            .ChangesAnEntry()
            .WithSummary("Beëindig een voorziening")
            .WithDescription($"Voorgoed: zij verdwijnt van de kaart. {Common}.");
    }

    private static async Task<Results<Ok<VoorzieningAnswer>, ProblemHttpResult>> PublishAsync(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnVoorziening.LockAsync(http, work, id);
        if (row is null)
        {
            return failure!.ToProblem();
        }

        if (row.StatusValue == Kaartstatus.Gepubliceerd)
        {
            return KaartFailures.AlreadyPublished.ToProblem();
        }

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await OrganisatieStore.FindAsync(connection, row.PartnerId, row.OrganisatieId, http.RequestAborted) is not { StatusValue: Kaartstatus.Gepubliceerd })
        {
            return KaartFailures.OrganisatieNotPublished.ToProblem();
        }

        var now = clock.GetUtcNow();
        var published = row.Verified(Verificatie.On(NederlandseTijd.DayOf(now), row.VerificatieMaanden)) with
        {
            Status = Words<Kaartstatus>.Of(Kaartstatus.Gepubliceerd),
            GepubliceerdOp = now,
        };
        return TypedResults.Ok(await OwnVoorziening.SaveAsync(http, work, published, now));
    }

    private static async Task<Results<Ok<VoorzieningAnswer>, ProblemHttpResult>> VerifyAsync(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnVoorziening.LockAsync(http, work, id);
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
        return TypedResults.Ok(await OwnVoorziening.SaveAsync(http, work, verified, now));
    }

    private static async Task<Results<Ok<VoorzieningAnswer>, ProblemHttpResult>> EndAsync(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnVoorziening.LockAsync(http, work, id);
        return row is null
            ? failure!.ToProblem()
            : TypedResults.Ok(await OwnVoorziening.SaveAsync(http, work, row with { Status = Words<Kaartstatus>.Of(Kaartstatus.Beeindigd) }, clock.GetUtcNow()));
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>What the rules of an area become.</summary>
public sealed record ChangeMatchingregelsRequest(
    [property: Description("Samen 100."), Required(ErrorMessage = "Noem alle gewichten.")] GewichtenInhoud Gewichten,
    [property: Description("Na zo veel keer vragen in 7 dagen is een helper geen kandidaat meer."), Range(1, 20)] int MaximumKeerGevraagdPerWeek,
    [property: Description("Hoeveel kandidaten per hulpvraag een ronde over een heel gebied weegt."), Range(1, 50)] int KandidatenPerHulpvraag = 20,
    [property: Description("Voor hoeveel hulpvragen zo'n ronde een helper hooguit voorstelt."), Range(1, 10)] int MaximumPerHelper = 2);

internal static class ChangeMatchingregels
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/matchingregels/{gebied}", HandleAsync)
        .RequireScope("support:beheren")
        .WithSummary("Wijzig hoe in een gebied kandidaten gekozen worden")
        .WithDescription(
            "Er komt een nieuwe versie bij; eerdere versies en de voorstellen daarmee blijven zoals ze zijn. De If-Match van versie 0 is \"0\". "
            + "Foutcodes: support.matchingregels.gebied-onbekend (404), support.matchingregels.som-ongeldig (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<MatchingregelsResponse>, ProblemHttpResult>> HandleAsync(
        string gebied, ChangeMatchingregelsRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!ETags.TryRead(http, out var version))
        {
            return RequestFailures.VersionMissing.ToProblem();
        }

        if (!MatchingregelsStore.IsGebied(gebied))
        {
            return MatchingregelsFailures.GebiedUnknown.ToProblem(MatchingregelsFailures.GebiedHelp);
        }

        var gewichten = request.Gewichten.ToDomain();
        if (gewichten.Total != Gewichten.Sum)
        {
            return MatchingregelsFailures.SumWrong.ToProblem($"Ze zijn samen {gewichten.Total}. Maak er samen {Gewichten.Sum} van.");
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        var current = await MatchingregelsStore.FindAsync(connection, partnerId, gebied, cancellationToken);
        var row = ToRow(gebied, version + 1, gewichten, request, http.User.ClientId(), clock.GetUtcNow());
        if ((current?.Versie ?? 0) != version || !await MatchingregelsStore.TryInsertAsync(connection, partnerId, row, cancellationToken))
        {
            return RequestFailures.VersionOutdated.ToProblem("Vraag de regels opnieuw op en bekijk wat er veranderde.");
        }

        ETags.Set(http, row.Versie);
        return TypedResults.Ok(MatchingregelsResponse.Of(row));
    }

    private static MatchingregelsRow ToRow(
        string gebied, long version, Gewichten gewichten, ChangeMatchingregelsRequest request, string clientId, DateTimeOffset now) => new()
    {
        Gebied = gebied,
        Versie = version,
        Afstand = gewichten.Afstand,
        Tijd = gewichten.Tijd,
        Vaardigheden = gewichten.Vaardigheden,
        Taal = gewichten.Taal,
        EerderGoed = gewichten.EerderGoed,
        LaatstGevraagd = gewichten.LaatstGevraagd,
        Belasting = gewichten.Belasting,
        Nieuwkomer = gewichten.Nieuwkomer,
        MaximumKeerGevraagdPerWeek = request.MaximumKeerGevraagdPerWeek,
        KandidatenPerHulpvraag = request.KandidatenPerHulpvraag,
        MaximumPerHelper = request.MaximumPerHelper,
        GewijzigdDoor = clientId,
        GewijzigdOp = now,
    };
}

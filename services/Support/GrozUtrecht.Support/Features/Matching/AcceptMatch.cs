using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Afspraken;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>An acceptance needs no words.</summary>
public sealed record AcceptMatchRequest;

internal static class AcceptMatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/voorstellen/{id:guid}/aanvaarding", HandleAsync)
        .WithSummary("De helper zegt ja")
        .WithDescription(
            "Er komt een afspraak voor elke beurt van het voorstel die nog een helper zoekt; het antwoord is de eerste. Andere voorstellen waarvoor "
            + "geen plek meer over is vervallen. Kiest de hulpvrager zelf en zei die nog geen ja, dan is het antwoord het voorstel, dat op de hulpvrager wacht.")
        .MayFail(MatchingFailures.Unknown, MatchingFailures.Answered, MatchingFailures.NoTime, HulpvraagFailures.NotOpen);

    private static async Task<Results<Created<AfspraakResponse>, Ok<VoorstelResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, AcceptMatchRequest? request, ClaimsPrincipal caller, Instemmingen instemmingen, TimeProvider clock, CancellationToken cancellationToken)
    {
        _ = request;
        var outcome = await instemmingen.AgreeAsync(caller.PartnerId(), id, Rol.Helper, clock.GetUtcNow(), cancellationToken);
        return outcome switch
        {
            { Problem: { } problem } => problem,
            { Afspraak: { } afspraak } => TypedResults.Created($"/support/v1/afspraken/{afspraak.Id}", afspraak.ToResponse()),
            _ => TypedResults.Ok(outcome.Voorstel!.ToResponse()),
        };
    }
}

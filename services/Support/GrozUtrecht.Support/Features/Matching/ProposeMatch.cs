using System.ComponentModel;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>Which helper to ask.</summary>
public sealed record ProposeMatchRequest([property: Description("Een helper van de eigen organisatie, meestal een kandidaat.")] Guid HelperId);

internal static class ProposeMatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/hulpvragen/{id:guid}/voorstellen", HandleAsync)
        .WithSummary("Vraag een helper voor een hulpvraag")
        .WithDescription(
            "Een helper wordt hooguit een keer voor dezelfde hulpvraag gevraagd; er wachten hooguit 10 voorstellen tegelijk. Het eerste ja telt. Komt er "
            + "voor antwoordVoorOp geen antwoord, dan verloopt het voorstel.")
        .MayFail(HulpvraagFailures.Unknown, HulpvraagFailures.NotOpen, MatchingFailures.TooMany, MatchingFailures.HelperUnknown, MatchingFailures.HelperUnfit);

    private static async Task<Results<Created<VoorstelResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        ProposeMatchRequest request,
        ClaimsPrincipal caller,
        UnitOfWork work,
        Voorstellen voorstellen,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await HulpvraagStore.LockAsync(connection, caller.PartnerId(), id, cancellationToken) is not { } hulpvraag)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        var outcome = await voorstellen.ProposeAsync(hulpvraag, new(request.HelperId), clock.GetUtcNow(), cancellationToken);
        return outcome.Voorstel is { } voorstel
            ? TypedResults.Created($"/support/v1/voorstellen/{voorstel.Id}", voorstel.ToResponse())
            : outcome.Failure!.ToProblem(outcome.Reden?.Tekst);
    }
}

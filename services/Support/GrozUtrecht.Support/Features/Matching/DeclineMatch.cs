using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>A helper says no.</summary>
public sealed record DeclineMatchRequest(
    [property: Description("Waarom niet, in eigen woorden. Alleen voor de eigen organisatie.")]
    [property: StringLength(500, MinimumLength = 1, ErrorMessage = "Een reden is 1 tot 500 tekens.")]
    string? Reden = null,
    [property: Description("Waarom niet; anders als alleen een reden is gegeven.")] Afwijzingscode? Code = null);

internal static class DeclineMatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/voorstellen/{id:guid}/afwijzing", HandleAsync)
        .WithSummary("De helper zegt nee")
        .WithDescription("De hulpvraag blijft open voor andere kandidaten. Geef een code, een reden in eigen woorden, of allebei.")
        .MayFail(MatchingFailures.Unknown, MatchingFailures.Answered, MatchingFailures.ReasonMissing, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Ok<VoorstelResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, DeclineMatchRequest request, ClaimsPrincipal caller, Afwijzingen afwijzingen, TimeProvider clock, CancellationToken cancellationToken)
    {
        var said = new Afwijzing(Rol.Helper, request.Code, request.Reden);
        var outcome = await afwijzingen.DeclineAsync(caller.PartnerId(), id, said, clock.GetUtcNow(), cancellationToken);
        return outcome.Problem is { } problem ? problem : TypedResults.Ok(outcome.Voorstel!.ToResponse());
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Features.Hulpvragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>The hulpvrager says yes or no to a helper.</summary>
public sealed record AgreeToVoorstelRequest(
    [property: Description("Of de hulpvrager deze helper wil.")] bool Akkoord,
    [property: Description("Waarom niet; anders als alleen een reden is gegeven.")] Afwijzingscode? Code = null,
    [property: Description("Waarom niet, in eigen woorden. Alleen voor de eigen organisatie.")]
    [property: StringLength(500, MinimumLength = 1, ErrorMessage = "Een reden is 1 tot 500 tekens.")]
    string? Reden = null);

internal static class AgreeToVoorstel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/voorstellen/{id:guid}/instemming", HandleAsync)
        .WithSummary("De hulpvrager zegt ja of nee tegen een helper")
        .WithDescription(
            "Alleen bij een hulpvraag waarvoor de hulpvrager zelf kiest. Zeiden beide ja, dan zijn er afspraken en is het voorstel aanvaard. Bij nee "
            + "hoort een code of een reden; de hulpvraag blijft dan open voor andere kandidaten.")
        .MayFail(
            MatchingFailures.Unknown,
            MatchingFailures.Answered,
            MatchingFailures.NoChoice,
            MatchingFailures.NoTime,
            HulpvraagFailures.NotOpen,
            MatchingFailures.ReasonMissing,
            FreeText.HoldsBsn,
            FreeText.Unreadable);

    private static async Task<Results<Ok<VoorstelResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        AgreeToVoorstelRequest request,
        ClaimsPrincipal caller,
        Instemmingen instemmingen,
        Afwijzingen afwijzingen,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (partnerId, now) = (caller.PartnerId(), clock.GetUtcNow());
        if (request.Akkoord)
        {
            var agreed = await instemmingen.AgreeAsync(partnerId, id, Rol.Hulpvrager, now, cancellationToken);
            return agreed.Problem is { } obstacle ? obstacle : TypedResults.Ok(agreed.Voorstel!.ToResponse());
        }

        var declined = await afwijzingen.DeclineAsync(partnerId, id, new(Rol.Hulpvrager, request.Code, request.Reden), now, cancellationToken);
        return declined.Problem is { } problem ? problem : TypedResults.Ok(declined.Voorstel!.ToResponse());
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>A helper says no.</summary>
public sealed record DeclineMatchRequest(
    [property: Description("Waarom niet, in eigen woorden. Alleen voor de eigen organisatie."), Required(ErrorMessage = "Geef een reden.")]
    [property: StringLength(500, ErrorMessage = "Een reden is hooguit 500 tekens.")]
    string Reden);

internal static class DeclineMatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/voorstellen/{id:guid}/afwijzing", HandleAsync)
        .WithSummary("De helper zegt nee")
        .WithDescription("De hulpvraag blijft open voor andere kandidaten.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<VoorstelResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, DeclineMatchRequest request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (FreeText.Refuse(request.Reden) is { } refusal)
        {
            return refusal;
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (await HulpvraagStore.LockOfVoorstelAsync(connection, caller.PartnerId(), id, cancellationToken) is null
            || await VoorstelStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is not { } voorstel)
        {
            return MatchingFailures.Unknown.ToProblem();
        }

        if (voorstel.StatusValue is not VoorstelStatus.Voorgesteld)
        {
            return MatchingFailures.Answered.ToProblem($"Het voorstel is {voorstel.Status}.");
        }

        var now = clock.GetUtcNow();
        await VoorstelStore.AnswerAsync(connection, id, VoorstelStatus.Afgewezen, request.Reden, now, cancellationToken);
        var declined = voorstel with { Status = Words<VoorstelStatus>.Of(VoorstelStatus.Afgewezen), BeantwoordOp = now };
        return TypedResults.Ok(declined.ToResponse());
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Signalen;

/// <summary>People heard what became of a signal.</summary>
public sealed record MarkHeardRequest(
    [property: Description("Wie het hoorde.")]
    [property: MinLength(1, ErrorMessage = "Noem minstens een persoon."), MaxLength(100, ErrorMessage = "Noem hooguit 100 personen.")]
    IReadOnlyList<Guid> PersoonIds);

/// <summary>How many are left.</summary>
internal sealed record MarkHeardResponse([property: Description("Hoeveel mensen het nog moeten horen.")] int AantalTeHoren);

internal static class MarkHeard
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtsignalen/{id:guid}/gehoord", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Meld wie hoorde wat er van een buurtsignaal werd")
        .WithDescription(
            "Twee keer melden verandert niets, en wie er niet bij hoort ook niet. "
            + "Foutcodes: support.buurtsignaal.onbekend (404), support.buurtsignaal.niet-teruggekoppeld (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<MarkHeardResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, MarkHeardRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        if (await SignaalStore.LockAsync(connection, http.User.PartnerId(), [id], now, cancellationToken) is not [var signaal])
        {
            return SignaalFailures.Unknown.ToProblem();
        }

        if (signaal.TeruggekoppeldOp is null)
        {
            return SignaalFailures.NotReported.ToProblem("Koppel eerst terug wat ervan werd.");
        }

        await BijvalStore.MarkHeardAsync(connection, id, [.. request.PersoonIds.Distinct()], now, cancellationToken);
        return TypedResults.Ok(new MarkHeardResponse(await BijvalStore.CountToHearAsync(connection, id, cancellationToken)));
    }
}

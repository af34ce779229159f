using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>Somebody will look at a question again.</summary>
public sealed record PlanOpvolgingRequest([property: Description("Dag waarop iemand er weer naar kijkt; tot een jaar vooruit.")] DateOnly OpvolgDatum);

internal static class PlanOpvolging
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/sociale-vragen/{id:guid}/opvolging", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Kies de dag waarop iemand weer naar een vraag kijkt")
        .WithDescription(
            "Voor een vraag die is opgepakt of wacht. Foutcodes: support.sociale-vraag.onbekend (404), support.sociale-vraag.stap-kan-niet (409), "
            + "support.sociale-vraag.opvolgdatum-ongeldig (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<SocialeVraagResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, PlanOpvolgingRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (!SocialeVraag.CanFollowUp(request.OpvolgDatum, NederlandseTijd.DayOf(now)))
        {
            return SocialeVraagFailures.DayInvalid.ToProblem(SocialeVraagFailures.DayHelp);
        }

        var connection = await work.OpenAsync(http.RequestAborted);
        var (vraag, refusal) = await EigenSocialeVraag.TakeAsync(http, connection, id, Stap.Opvolging);
        return vraag is null
            ? refusal!
            : await EigenSocialeVraag.SaveAsync(http, connection, vraag with { OpvolgDatum = request.OpvolgDatum }, Stap.Opvolging, now);
    }
}

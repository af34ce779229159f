using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class ResumeSocialeVraag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sociale-vragen/{id:guid}/hervatting", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Ga verder met een sociale vraag die wachtte")
        .WithDescription("De opvolgdatum vervalt. Foutcodes: support.sociale-vraag.onbekend (404), support.sociale-vraag.stap-kan-niet (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<SocialeVraagResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        var (vraag, refusal) = await EigenSocialeVraag.TakeAsync(http, connection, id, Stap.Hervat);
        return vraag is null
            ? refusal!
            : await EigenSocialeVraag.SaveAsync(http, connection, vraag with { OpvolgDatum = null }, Stap.Hervat, clock.GetUtcNow());
    }
}

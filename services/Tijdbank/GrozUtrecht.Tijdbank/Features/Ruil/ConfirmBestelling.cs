using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary><c>POST /bestellingen/{id}/bevestiging</c>.</summary>
internal static class ConfirmBestelling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bestellingen/{id:guid}/bevestiging", Handle)
        .WithSummary("Ontvangst bevestigen")
        .WithDescription(
            "Door de koper. De vastgehouden minuten gaan naar de aanbieder. "
            + $"Stuur in If-Match de ETag die u zag. Foutcodes: {BestellingFailures.StepCodes}, en die van een overboeking.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static Task<Results<Ok<BestellingAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, Bestelstap stap) =>
        stap.TakeAsync(http, id, Handeling.Bevestiging);
}

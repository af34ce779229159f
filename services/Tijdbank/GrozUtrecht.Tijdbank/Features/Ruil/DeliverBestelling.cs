using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary><c>POST /bestellingen/{id}/levering</c>.</summary>
internal static class DeliverBestelling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bestellingen/{id:guid}/levering", Handle)
        .WithSummary("Levering melden")
        .WithDescription(
            "Door de aanbieder. De koper bevestigt binnen 14 dagen, of betwist; zegt de koper niets, dan is het na 14 dagen bevestigd. "
            + $"Stuur in If-Match de ETag die u zag. Foutcodes: {BestellingFailures.StepCodes}, en die van een overboeking.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static Task<Results<Ok<BestellingAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, Bestelstap stap) =>
        stap.TakeAsync(http, id, Handeling.Levering);
}

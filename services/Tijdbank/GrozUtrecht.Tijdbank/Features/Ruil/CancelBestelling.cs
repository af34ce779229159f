using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary><c>POST /bestellingen/{id}/annulering</c>.</summary>
internal static class CancelBestelling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bestellingen/{id:guid}/annulering", Handle)
        .WithSummary("Bestelling annuleren")
        .WithDescription(
            "Door elk van beide, tot er geleverd is. Vastgehouden minuten en voorraad gaan terug. "
            + $"Stuur in If-Match de ETag die u zag. Foutcodes: {BestellingFailures.StepCodes}, en die van een overboeking.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static Task<Results<Ok<BestellingAnswer>, ProblemHttpResult>> Handle(Guid id, ToelichtingRequest? request, HttpContext http, Bestelstap stap) =>
        stap.TakeAsync(http, id, Handeling.Annulering, request?.Toelichting);
}

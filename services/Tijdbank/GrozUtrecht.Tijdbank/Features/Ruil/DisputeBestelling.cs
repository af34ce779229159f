using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>Why somebody asks a mediator to look at an order.</summary>
public sealed record DisputeBestellingRequest(
    [property: Description("Wat er niet klopt, voor de bemiddelaar en de andere kant; zonder burgerservicenummer.")]
    [property: StringLength(500, MinimumLength = 1), RegularExpression(@"^\s*\S[\s\S]*$")]
    string Toelichting);

/// <summary><c>POST /bestellingen/{id}/betwisting</c>.</summary>
internal static class DisputeBestelling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bestellingen/{id:guid}/betwisting", Handle)
        .WithSummary("Levering betwisten")
        .WithDescription(
            "Door de koper of de aanbieder, als er geleverd zou zijn. De minuten blijven vastgehouden tot een bemiddelaar beslist; gebeurt dat niet binnen 30 dagen, "
            + $"dan gaan zij terug. Stuur in If-Match de ETag die u zag. Foutcodes: {BestellingFailures.StepCodes}.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static Task<Results<Ok<BestellingAnswer>, ProblemHttpResult>> Handle(
        Guid id, DisputeBestellingRequest request, HttpContext http, Bestelstap stap) =>
        stap.TakeAsync(http, id, Handeling.Betwisting, request.Toelichting);
}

using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary><c>POST /urenregistraties/{id}/terugboeking</c>: credited hours turn out to be wrong.</summary>
internal static class TakeBackUren
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/{id:guid}/terugboeking", Handle)
        .DescribeStep(
            "Uren terugboeken",
            "De kant die voor de uren instaat neemt bevestigde uren terug, met een overboeking de andere kant op. Dat kan niet meer als ze zijn besteed, "
            + $"uitbetaald of op een urenverklaring staan. Nog een foutcode: {UrenFailures.AlreadySpent.Code} (409).");

    private static Task<Results<Ok<UrenregistratieAnswer>, ProblemHttpResult>> Handle(
        Guid id, UrenRedenRequest request, HttpContext http, Urenstappen stappen) =>
        stappen.TakeAsync(http, id, new(Urenstap.Terugboeken, Tekst: request.Reden));
}

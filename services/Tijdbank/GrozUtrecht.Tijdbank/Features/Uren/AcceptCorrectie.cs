using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary><c>POST /urenregistraties/{id}/aanvaarding</c>: who reported agrees with the corrected minutes.</summary>
internal static class AcceptCorrectie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/{id:guid}/aanvaarding", Handle)
        .DescribeStep("Correctie aanvaarden", "De kant die meldde gaat akkoord met de gecorrigeerde minuten. Die worden in dezelfde stap bijgeschreven.");

    private static Task<Results<Ok<UrenregistratieAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, Urenstappen stappen) =>
        stappen.TakeAsync(http, id, new(Urenstap.Aanvaarden));
}

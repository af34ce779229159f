using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary><c>POST /urenregistraties/{id}/intrekking</c>: who reported takes the report back.</summary>
internal static class WithdrawUren
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/{id:guid}/intrekking", Handle)
        .DescribeStep("Melding van uren intrekken", "De kant die meldde trekt de melding in, zolang de uren niet zijn bevestigd of afgewezen.");

    private static Task<Results<Ok<UrenregistratieAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, Urenstappen stappen) =>
        stappen.TakeAsync(http, id, new(Urenstap.Intrekken));
}

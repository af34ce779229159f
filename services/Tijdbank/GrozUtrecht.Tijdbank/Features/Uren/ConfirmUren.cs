using GrozUtrecht.Tijdbank.Domain.Uren;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary><c>POST /urenregistraties/{id}/bevestiging</c>: the other side agrees, and the hours are credited.</summary>
internal static class ConfirmUren
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/urenregistraties/{id:guid}/bevestiging", Handle)
        .DescribeStep(
            "Uren bevestigen",
            "De andere kant dan die meldde bevestigt de uren, met een andere client. Ze worden in dezelfde stap bijgeschreven op de rekening van de persoon; "
            + "uren die niet te besteden zijn, op de telrekening.");

    private static Task<Results<Ok<UrenregistratieAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, Urenstappen stappen) =>
        stappen.TakeAsync(http, id, new(Urenstap.Bevestigen));
}

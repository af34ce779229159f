using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>From where to where.</summary>
public sealed record MoveProefRequest(
    [property: Required, Description("Waar de proef nu staat.")] PlekBody Van,
    [property: Required, Description("Waar hij heen moet. Staat daar al een proef, dan ruilen ze.")] PlekBody Naar);

/// <summary>A room in a round.</summary>
public sealed record PlekBody(
    [property: Range(1, Programmavraag.MaximumRondes), Description("Nummer van de ronde.")] int Ronde,
    [property: Description("De ruimte.")] Guid RuimteId);

/// <summary><c>POST /proeverijen/{id}/programma/verplaatsing</c>: the coordinator moves a tasting, or swaps two.</summary>
internal static class MoveProef
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen/{id:guid}/programma/verplaatsing", Handle)
        .RequireScope(ProeverijenSetup.Scope)
        .WithSummary("Proef verplaatsen")
        .WithDescription("Verplaatst een proef of ruilt er twee. Wat zou botsen wordt geweigerd, met de reden in `detail`.")
        .MayFail(ProeverijFailures.Change)
        .MayFail(ProgrammaFailures.ProefUnknown, ProgrammaFailures.PlaceUnknown, ProgrammaFailures.Clash);

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Handle(
        Guid id, MoveProefRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Samenstellen);
        if (row is null)
            return refusal!;

        var connection = await work.OpenAsync(http.RequestAborted);
        var vraag = await ProgrammaStore.AskAsync(connection, id, http.RequestAborted);
        var proeven = await ProgrammaStore.PlacesAsync(connection, id, http.RequestAborted);
        if (!proeven.Any(proef => IsAt(proef, request.Van)))
            return ProgrammaFailures.ProefUnknown.ToProblem();
        if (vraag.Rondes.All(ronde => ronde.Nummer != request.Naar.Ronde) || vraag.Ruimtes.All(ruimte => ruimte.Id != request.Naar.RuimteId))
            return ProgrammaFailures.PlaceUnknown.ToProblem();

        List<Proef> moved = [.. proeven.Select(proef => IsAt(proef, request.Van) ? To(proef, request.Naar) : IsAt(proef, request.Naar) ? To(proef, request.Van) : proef)];
        if (Programmatoets.Clash(vraag, moved) is { } clash)
            return ProgrammaFailures.Clash.ToProblem(clash);
        await ProgrammaStore.ReplaceAsync(connection, id, moved, http.RequestAborted);
        await EigenProeverij.SaveAsync(http, work, row, clock.GetUtcNow());
        return TypedResults.Ok(ProgrammaAnswer.Of(await ProgrammaStore.ReadAsync(connection, id, http.RequestAborted)));
    }

    private static bool IsAt(Proef proef, PlekBody plek) => proef.Ronde == plek.Ronde && proef.RuimteId == plek.RuimteId;

    private static Proef To(Proef proef, PlekBody plek) => proef with { Ronde = plek.Ronde, RuimteId = plek.RuimteId };
}

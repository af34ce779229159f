using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>POST /proeverijen/{id}/programma/vaststelling</c>: the programme stands, and every tasting becomes a session.</summary>
internal static class FixProgramma
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen/{id:guid}/programma/vaststelling", Handle)
        .RequireScope(ProeverijenSetup.Scope)
        .WithSummary("Programma vaststellen")
        .WithDescription("Maakt van elke proef een sessie van de activiteit. Alles wat is toegezegd moet een plek hebben. Daarna verandert het programma niet meer.")
        .MayFail(ProeverijFailures.Change)
        .MayFail(ProgrammaFailures.NothingPromised, ProgrammaFailures.Incomplete);

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Vaststellen);
        if (row is null)
            return refusal!;

        var connection = await work.OpenAsync(http.RequestAborted);
        var vraag = await ProgrammaStore.AskAsync(connection, id, http.RequestAborted);
        if (vraag.Toezeggingen.Count == 0)
            return ProgrammaFailures.NothingPromised.ToProblem();
        var proeven = await ProgrammaStore.PlacesAsync(connection, id, http.RequestAborted);
        if ((Programmatoets.Clash(vraag, proeven) ?? Programmatoets.Missing(vraag, proeven)) is { } missing)
            return ProgrammaFailures.Incomplete.ToProblem(missing);

        var now = clock.GetUtcNow();
        await ProgrammaStore.MakeSessiesAsync(connection, row, now, http.RequestAborted);
        await EigenProeverij.SaveAsync(http, work, row, now);
        return TypedResults.Ok(ProgrammaAnswer.Of(await ProgrammaStore.ReadAsync(connection, id, http.RequestAborted)));
    }
}

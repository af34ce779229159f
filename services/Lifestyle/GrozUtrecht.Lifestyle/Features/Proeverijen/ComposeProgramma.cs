using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>POST /proeverijen/{id}/programma/samenstelling</c>: a programme without clashes, of what was promised so far.</summary>
internal static class ComposeProgramma
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen/{id:guid}/programma/samenstelling", Handle)
        .RequireScope(ProeverijenSetup.Scope)
        .WithSummary("Programma samenstellen")
        .WithDescription(
            "Verdeelt alles wat is toegezegd over rondes en ruimtes: geen aanbieder op twee plekken, één proef per ruimte, elke proef in een "
            + "ruimte die past, en in elke ronde zoveel mogelijk verschillende dimensies. Vervangt het vorige programma. Past het niet, dan "
            + "staat in `detail` wie of wat niet past, en blijft het vorige programma staan.")
        .MayFail(ProeverijFailures.Change)
        .MayFail(ProgrammaFailures.NothingPromised, ProgrammaFailures.Impossible);

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Samenstellen);
        if (row is null)
            return refusal!;

        var connection = await work.OpenAsync(http.RequestAborted);
        var vraag = await ProgrammaStore.AskAsync(connection, id, http.RequestAborted);
        if (vraag.Toezeggingen.Count == 0)
            return ProgrammaFailures.NothingPromised.ToProblem();
        var uitslag = Programmamaker.Make(vraag);
        if (uitslag.Proeven is not { } proeven)
            return ProgrammaFailures.Impossible.ToProblem(uitslag.WhyNot);

        await ProgrammaStore.ReplaceAsync(connection, id, proeven, http.RequestAborted);
        await EigenProeverij.SaveAsync(http, work, row, clock.GetUtcNow());
        return TypedResults.Ok(ProgrammaAnswer.Of(await ProgrammaStore.ReadAsync(connection, id, http.RequestAborted), uitslag.IsBest));
    }
}

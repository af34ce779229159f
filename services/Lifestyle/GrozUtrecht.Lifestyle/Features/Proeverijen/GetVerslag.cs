using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>What a proeverij brought.</summary>
public sealed record VerslagAnswer(
    Guid ProeverijId,
    [property: Description("Aantallen mensen en proeven; een ervaring ontbreekt als minder dan vijf mensen erover vertelden.")] Verslag Verslag,
    [property: Description("Moment waarop het verslag werd vastgelegd, acht weken na de proeverij; ontbreekt zolang de cijfers nog kunnen veranderen.")]
    DateTimeOffset? VastgelegdOp = null);

/// <summary><c>GET /proeverijen/{id}/verslag</c>: the report, as it is so far or as it was fixed.</summary>
internal static class GetVerslag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/proeverijen/{id:guid}/verslag", Handle)
        .WithSummary("Verslag van een proeverij")
        .WithDescription(
            "Voor een eigen proeverij: ingeschreven, bereikt, geproefd, binnen acht weken teruggekomen bij een gewone sessie van welke activiteit ook, "
            + "ervaring per dimensie en per aanbieder, en kosten tegen het budget. Het blijft kloppen als iemand later wordt verwijderd.")
        .MayFail(ProeverijFailures.Unknown);

    private static async Task<Results<Ok<VerslagAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var partnerId = http.User.PartnerId();
        if (await ProeverijStore.FindVisibleAsync(connection, id, partnerId, http.RequestAborted) is not { } row || row.PartnerId != partnerId)
            return ProeverijFailures.Unknown.ToProblem();
        return await VerslagStore.FindFixedAsync(connection, id, http.RequestAborted) is { } found
            ? TypedResults.Ok(new VerslagAnswer(id, found.Verslag, found.FixedAt))
            : TypedResults.Ok(new VerslagAnswer(id, await VerslagStore.MakeAsync(connection, row, http.RequestAborted)));
    }
}

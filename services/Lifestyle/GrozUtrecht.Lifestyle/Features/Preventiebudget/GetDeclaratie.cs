using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>GET /preventiebudgetten/{id}/declaraties/{declaratieId}</c>.</summary>
internal static class GetDeclaratie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/preventiebudgetten/{id:guid}/declaraties/{declaratieId:guid}", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Declaratie ophalen")
        .WithDescription("Maand, aantal regels en totaal van een declaratie; de regels staan in het bestand.")
        .MayFail(DeclaratieFailures.Unknown);

    private static async Task<Results<Ok<DeclaratieAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid declaratieId, HttpContext http, NpgsqlDataSource database) =>
        await DeclaratieStore.FindOwnAsync(database, id, declaratieId, http.User.PartnerId(), http.RequestAborted) is { } found
            ? TypedResults.Ok(DeclaratieAnswer.Of(found.Declaratie))
            : DeclaratieFailures.Unknown.ToProblem();
}

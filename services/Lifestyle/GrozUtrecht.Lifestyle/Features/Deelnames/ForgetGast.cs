using Dapper;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary><c>DELETE /deelnames/{id}/gast</c>: a guest asks to be forgotten.</summary>
internal static class ForgetGast
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/deelnames/{id:guid}/gast", Handle)
        .WithSummary("Gast vergeten")
        .WithDescription(
            "Wist naam en bereikbaarheid van een gast die deze partner aanmeldde, meldt hem af voor wat nog komt en maakt al zijn deelnames naamloos. "
            + "De aantallen blijven.")
        .MayFail(DeelnameFailures.Unknown, DeelnameFailures.GastForgotten);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, HttpContext http, UnitOfWork work, Vergeten vergeten, TimeProvider clock)
    {
        var connection = await work.OpenAsync(http.RequestAborted);
        var gastId = await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            "SELECT gast_id FROM deelnames WHERE id = @id AND partner_id = @partnerId",
            new { id, partnerId = http.User.PartnerId() },
            cancellationToken: http.RequestAborted));
        if (gastId is not { } gast || await GastStore.ForgetAsync(connection, gast, http.RequestAborted) == 0)
            return DeelnameFailures.GastForgotten.ToProblem();

        await vergeten.ForgetAsync(connection, null, gast, clock.GetUtcNow(), http.RequestAborted);
        return TypedResults.NoContent();
    }
}

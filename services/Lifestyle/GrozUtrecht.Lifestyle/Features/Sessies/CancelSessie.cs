using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary><c>POST /activiteiten/{id}/sessies/{sessieId}/annulering</c>: a session does not take place.</summary>
internal static class CancelSessie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/activiteiten/{id:guid}/sessies/{sessieId:guid}/annulering", Handle)
        .WithSummary("Sessie laten vervallen")
        .WithDescription("Een sessie die nog niet begon gaat niet door. Elke deelname eraan vervalt, ook op de wachtlijst.")
        .MayFail(SessieFailures.Unknown, SessieFailures.Over);

    private static async Task<Results<Ok<SessieAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid sessieId, HttpContext http, UnitOfWork work, Afsluiting afsluiting, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await SessieStore.LockOwnAsync(connection, id, sessieId, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return SessieFailures.Unknown.ToProblem();
        if (SessieRules.IsOver(Words.Read<Sessiestatus>(row.SessieStatus), row.BegintOp, now))
            return SessieFailures.Over.ToProblem();

        await afsluiting.CancelAsync(sessieId, http.RequestAborted);
        var cancelled = row with { SessieStatus = Words.Of(Sessiestatus.Vervallen), GewijzigdOp = now, Bezet = 0 };
        await SessieStore.UpdateAsync(connection, cancelled, http.RequestAborted);
        return TypedResults.Ok(SessieAnswer.Of(cancelled));
    }
}

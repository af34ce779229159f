using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.Personen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>Who becomes a member.</summary>
public sealed record LidRequest([property: Description("Persoon van Identity die in de collectieve verzekering zit.")] Guid PersoonId);

/// <summary>Under which reference the insurer meets a member.</summary>
public sealed record LidAnswer([property: Description("Willekeurig kenmerk; alleen dit staat in boekingen en declaraties.")] string Lidkenmerk);

/// <summary>
/// <c>POST /preventiebudgetten/{id}/leden</c>. An Idempotency-Key is refused, because the answer would be kept and says who a reference
/// is; asking again gives the same reference.
/// </summary>
internal static class AddLid
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/preventiebudgetten/{id:guid}/leden", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Lid aanmelden bij een preventiebudget")
        .WithDescription(
            "Geeft het lidkenmerk waaronder de verzekeraar dit lid in declaraties tegenkomt; geef dat zelf door aan de verzekeraar. Hier worden geen "
            + "polisnummer en geen BSN bewaard. Nogmaals vragen geeft hetzelfde kenmerk. Een Idempotency-Key wordt geweigerd, omdat het antwoord niet wordt bewaard.")
        .MayFail(PreventiebudgetFailures.Unknown, PreventiebudgetFailures.AlreadyClosed, PreventiebudgetFailures.PersoonRemoved, PreventiebudgetFailures.KeyRefused);

    private static async Task<Results<Ok<LidAnswer>, ProblemHttpResult>> Handle(
        Guid id, LidRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return PreventiebudgetFailures.KeyRefused.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await PersoonStore.IsRemovedAsync(connection, request.PersoonId, http.RequestAborted))
            return PreventiebudgetFailures.PersoonRemoved.ToProblem();
        if (await OwnPreventiebudget.LockAsync(http, work, id) is not { } row)
            return PreventiebudgetFailures.Unknown.ToProblem();
        if (await LidStore.FindAsync(connection, id, request.PersoonId, http.RequestAborted) is { } known)
            return TypedResults.Ok(new LidAnswer(known));
        if (row.CurrentStatus == Budgetstatus.Gesloten)
            return PreventiebudgetFailures.AlreadyClosed.ToProblem();

        var lidkenmerk = Lidkenmerk.Draw();
        await LidStore.InsertAsync(
            connection, id, request.PersoonId, lidkenmerk, row.MaximumPerPersoonCenten, clock.GetUtcNow(), http.RequestAborted);
        return TypedResults.Ok(new LidAnswer(lidkenmerk));
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Dapper;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Who is invited, and for what.</summary>
public sealed record InviteAanbiederRequest(
    [property: Description("Een geverifieerde aanbieder, van welke partner ook.")] Guid AanbiederId,
    [property: Range(0, 10_000_000), Description("Wat de aanbieder krijgt, in eurocenten.")] int KostenCenten);

/// <summary><c>POST /proeverijen/{id}/uitnodigingen</c>: an aanbieder is asked to come, within the budget.</summary>
internal static class InviteAanbieder
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/proeverijen/{id:guid}/uitnodigingen", Handle)
        .RequireScope(ProeverijenSetup.Scope)
        .WithSummary("Aanbieder uitnodigen")
        .WithDescription("De kosten gaan meteen van het budget af, dat nooit wordt overschreden. De partner van de aanbieder antwoordt.")
        .MayFail(ProeverijFailures.Unknown, ProeverijFailures.StepNotPossible, ProeverijFailures.OverBudget)
        .MayFail(UitnodigingFailures.AanbiederNotVerified, UitnodigingFailures.AlreadyInvited, UitnodigingFailures.NoIndeling);

    private static async Task<Results<Created<UitnodigingAnswer>, ProblemHttpResult>> Handle(
        Guid id, InviteAanbiederRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (proeverij, refusal) = await EigenProeverij.TakeAnyVersionAsync(http, work, id, Proeverijstap.Uitnodigen);
        if (proeverij is null)
            return refusal!;

        var connection = await work.OpenAsync(http.RequestAborted);
        if ((await IndelingStore.RondesAsync(connection, id, http.RequestAborted)).Count == 0)
            return UitnodigingFailures.NoIndeling.ToProblem();
        var isVerified = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM aanbieders WHERE id = @AanbiederId AND status = 'geverifieerd')", request, cancellationToken: http.RequestAborted));
        if (!isVerified)
            return UitnodigingFailures.AanbiederNotVerified.ToProblem();
        if (proeverij.KostenCenten + request.KostenCenten > proeverij.BudgetCenten)
            return ProeverijFailures.OverBudget.ToProblem($"Er is nog {proeverij.BudgetCenten - proeverij.KostenCenten} eurocent.");

        var now = clock.GetUtcNow();
        var row = new UitnodigingRow
        {
            Id = Guid.CreateVersion7(now),
            ProeverijId = id,
            AanbiederId = request.AanbiederId,
            Status = Words.Of(Uitnodigingstatus.Uitgenodigd),
            KostenCenten = request.KostenCenten,
            UitgenodigdOp = now,
        };
        if (!await UitnodigingStore.TryInsertAsync(connection, row, http.RequestAborted))
            return UitnodigingFailures.AlreadyInvited.ToProblem();
        await EigenProeverij.SaveAsync(http, work, proeverij, now);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", UitnodigingAnswer.Of(row, []));
    }
}

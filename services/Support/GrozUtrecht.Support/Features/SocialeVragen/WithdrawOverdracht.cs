using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class WithdrawOverdracht
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/overdrachten/{id:guid}/intrekking", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Trek een overdracht in")
        .WithDescription(
            "Namens wie de vraag heeft; die houdt de vraag. Foutcodes: support.overdracht.onbekend (404), support.overdracht.beantwoord (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<OverdrachtResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var (overdracht, vraag, refusal) = await Overdrachtstap.LockAsync(http, connection, id);
        if (overdracht is null || vraag is null)
        {
            return refusal!;
        }

        var now = clock.GetUtcNow();
        var answered = await OverdrachtStore.AnswerAsync(connection, overdracht, OverdrachtStatus.Ingetrokken, now, cancellationToken);
        await SocialeVraagRows.SaveAsync(connection, vraag, Stap.OverdrachtIngetrokken, now, cancellationToken);
        return TypedResults.Ok(answered.ToResponse());
    }
}

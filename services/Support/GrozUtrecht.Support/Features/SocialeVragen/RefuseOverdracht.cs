using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class RefuseOverdracht
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/overdrachten/{id:guid}/weigering", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Weiger een overdracht")
        .WithDescription(
            "Door de gevraagde collega, of door iemand uit de gevraagde buurt. De vraag blijft bij wie die heeft. Foutcodes: support.overdracht.onbekend (404), "
            + "support.overdracht.beantwoord (409), support.overdracht.voor-ander en support.buurtassistent.ongeldig (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<OverdrachtResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, AnswerOverdrachtRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var assistent = await BuurtassistentStore.KeepAsync(connection, http.User.PartnerId(), request.BuurtassistentId, cancellationToken);
        var (overdracht, vraag, refusal) = await Overdrachtstap.LockAsync(http, connection, id);
        if (overdracht is null || vraag is null)
        {
            return refusal!;
        }

        if (Overdrachtstap.Refuse(overdracht, assistent) is { } notTheirs)
        {
            return notTheirs;
        }

        var now = clock.GetUtcNow();
        var answered = await OverdrachtStore.AnswerAsync(connection, overdracht, OverdrachtStatus.Geweigerd, now, cancellationToken);
        await SocialeVraagRows.SaveAsync(connection, vraag, Stap.OverdrachtGeweigerd, now, cancellationToken);
        return TypedResults.Ok(answered.ToResponse());
    }
}

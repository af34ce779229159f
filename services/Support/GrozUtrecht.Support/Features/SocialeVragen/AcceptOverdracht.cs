using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class AcceptOverdracht
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/overdrachten/{id:guid}/aanvaarding", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Neem een sociale vraag over")
        .WithDescription(
            "Door de gevraagde collega, of door wie het eerst is uit de gevraagde buurt. Foutcodes: support.overdracht.onbekend (404), "
            + "support.overdracht.beantwoord en support.sociale-vraag.stap-kan-niet (409), support.overdracht.voor-ander en support.buurtassistent.ongeldig (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<SocialeVraagResponse>, ProblemHttpResult>> HandleAsync(
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

        var (taken, impossible) = EigenSocialeVraag.Take(vraag, Stap.OverdrachtAanvaard);
        if (taken is null)
        {
            return impossible!;
        }

        var now = clock.GetUtcNow();
        await OverdrachtStore.AnswerAsync(connection, overdracht, OverdrachtStatus.Aanvaard, now, cancellationToken);
        var changed = taken with { BuurtassistentId = assistent!.Id, ToegewezenOp = now, BuurtId = overdracht.NaarBuurtId ?? vraag.BuurtId };
        return await EigenSocialeVraag.SaveAsync(http, connection, changed, Stap.OverdrachtAanvaard, now);
    }
}

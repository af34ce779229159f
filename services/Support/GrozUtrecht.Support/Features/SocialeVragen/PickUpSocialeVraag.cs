using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Data.SocialeVragen;
using GrozUtrecht.Support.Domain.SocialeVragen;
using GrozUtrecht.Support.Features.Buurtassistenten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeVragen;

/// <summary>Somebody takes a question on.</summary>
public sealed record PickUpSocialeVraagRequest([property: Description("Wie de vraag oppakt; werkt in deze buurt.")] Guid BuurtassistentId);

internal static class PickUpSocialeVraag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sociale-vragen/{id:guid}/oppakking", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Pak een sociale vraag op")
        .WithDescription(
            "Wie het eerst komt heeft de vraag, ook als die aan een collega was toegewezen. Foutcodes: support.sociale-vraag.onbekend (404), "
            + "support.sociale-vraag.opgepakt (409), support.buurtassistent.ongeldig en support.buurtassistent.andere-buurt (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<SocialeVraagResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, PickUpSocialeVraagRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        var assistent = await BuurtassistentStore.KeepAsync(connection, partnerId, request.BuurtassistentId, cancellationToken);
        if (await SocialeVraagRows.LockAsync(connection, partnerId, id, cancellationToken) is not { } vraag)
        {
            return SocialeVraagFailures.Unknown.ToProblem();
        }

        if (assistent is null)
        {
            return BuurtassistentFailures.NotYours.ToProblem();
        }

        if (!assistent.WorksIn(vraag.BuurtId))
        {
            return BuurtassistentFailures.NotInBuurt.ToProblem(BuurtassistentFailures.NotInBuurtHelp);
        }

        if (SocialeVraag.After(vraag.StatusValue, Stap.Opgepakt) is not { } status)
        {
            return SocialeVraagFailures.PickedUp.ToProblem($"De vraag is nu {vraag.Status}.");
        }

        var now = clock.GetUtcNow();
        var changed = vraag with
        {
            Status = Words<SocialeVraagStatus>.Of(status),
            BuurtassistentId = assistent.Id,
            ToegewezenOp = now,
            // A question that came back into the inbox was waited for once; the first time counts.
            OpgepaktOp = vraag.OpgepaktOp ?? now,
        };
        return await EigenSocialeVraag.SaveAsync(http, connection, changed, Stap.Opgepakt, now);
    }
}

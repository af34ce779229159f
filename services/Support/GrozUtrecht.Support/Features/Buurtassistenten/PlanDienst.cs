using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>Somebody is on duty once.</summary>
public sealed record PlanDienstRequest(
    [property: Description("De buurt.")] Guid BuurtId,
    [property: Description("Wie dienst heeft; werkt in deze buurt.")] Guid BuurtassistentId,
    [property: Description("Begin van de dienst.")] DateTimeOffset BegintOp,
    [property: Description("Einde van de dienst, hooguit 16 uur later.")] DateTimeOffset EindigtOp);

internal static class PlanDienst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/diensten", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Plan een dienst")
        .WithDescription(
            "Er kunnen meer buurtassistenten tegelijk dienst hebben; een buurtassistent heeft er een tegelijk. Foutcodes: support.dienst.overlapt (409), "
            + "support.dienst.tijden-ongeldig, support.buurtassistent.ongeldig en support.buurtassistent.andere-buurt (422).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<DienstResponse>, ProblemHttpResult>> HandleAsync(
        PlanDienstRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var times = new Dienst(request.BegintOp.ToUniversalTime(), request.EindigtOp.ToUniversalTime());
        if (!times.CanStand(now))
        {
            return DienstFailures.TimesInvalid.ToProblem(DienstFailures.TimesHelp);
        }

        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await DienstFailures.RefuseAsync(
            connection, partnerId, (request.BuurtassistentId, request.BuurtId), [times], [], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var dienst = new DienstRow
        {
            Id = Guid.CreateVersion7(now),
            BuurtId = request.BuurtId,
            BuurtassistentId = request.BuurtassistentId,
            BegintOp = times.BegintOp,
            EindigtOp = times.EindigtOp,
            Version = 1,
        };
        await DienstStore.InsertAsync(connection, partnerId, [dienst], now, cancellationToken);
        return TypedResults.Created($"/support/v1/diensten/{dienst.Id}", dienst.ToResponse());
    }
}

using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>A colleague takes over.</summary>
public sealed record TakeOverDienstRequest([property: Description("Wie de dienst overneemt; werkt in deze buurt.")] Guid BuurtassistentId);

internal static class TakeOverDienst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/diensten/{id:guid}/overname", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Laat een collega een dienst overnemen")
        .WithDescription(
            "Zolang de dienst niet is afgelopen. Foutcodes: support.dienst.onbekend (404), support.dienst.overlapt en support.dienst.afgelopen (409), "
            + "support.buurtassistent.ongeldig en support.buurtassistent.andere-buurt (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<DienstResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, TakeOverDienstRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await DienstStore.FindAsync(connection, partnerId, id, cancellationToken) is not { } seen)
        {
            return DienstFailures.Unknown.ToProblem();
        }

        // First the buurtassistent, then the duty: the order in which everything locks them. Times and buurt of a duty never change.
        if (await DienstFailures.RefuseAsync(
            connection, partnerId, (request.BuurtassistentId, seen.BuurtId), [new Dienst(seen.BegintOp, seen.EindigtOp)], [id], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await DienstStore.LockAsync(connection, partnerId, [id], cancellationToken) is not [var dienst])
        {
            return DienstFailures.Unknown.ToProblem();
        }

        if (dienst.EindigtOp <= clock.GetUtcNow())
        {
            return DienstFailures.HasEnded.ToProblem();
        }

        await DienstStore.GiveAsync(connection, [id], [request.BuurtassistentId], cancellationToken);
        return TypedResults.Ok((dienst with { BuurtassistentId = request.BuurtassistentId }).ToResponse());
    }
}

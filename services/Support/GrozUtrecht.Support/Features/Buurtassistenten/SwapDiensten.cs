using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Domain.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>Two colleagues swap.</summary>
public sealed record SwapDienstenRequest([property: Description("De dienst waarmee geruild wordt.")] Guid DienstId);

internal static class SwapDiensten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/diensten/{id:guid}/ruil", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Ruil twee diensten")
        .WithDescription(
            "Beide buurtassistenten krijgen de dienst van de ander, of er verandert niets. Foutcodes: support.dienst.onbekend (404), "
            + "support.dienst.overlapt en support.dienst.begonnen (409), support.buurtassistent.ongeldig en support.buurtassistent.andere-buurt (422).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<DienstreeksResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, SwapDienstenRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await DienstStore.FindAsync(connection, partnerId, id, cancellationToken) is not { BuurtassistentId: { } mine } first
            || await DienstStore.FindAsync(connection, partnerId, request.DienstId, cancellationToken) is not { BuurtassistentId: { } theirs } second)
        {
            return DienstFailures.Unknown.ToProblem();
        }

        // In order of the buurtassistent, so that two swaps of the same people do not wait for each other.
        (Guid Assistent, DienstRow Gets)[] gets = [(theirs, first), (mine, second)];
        foreach (var (assistent, dienst) in gets.OrderBy(pair => pair.Assistent))
        {
            var times = new Dienst(dienst.BegintOp, dienst.EindigtOp);
            if (await DienstFailures.RefuseAsync(
                connection, partnerId, (assistent, dienst.BuurtId), [times], [first.Id, second.Id], cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        var locked = await DienstStore.LockAsync(connection, partnerId, [first.Id, second.Id], cancellationToken);
        if (locked.Count < 2 || locked.Any(dienst => dienst.BuurtassistentId != (dienst.Id == first.Id ? mine : theirs)))
        {
            return DienstFailures.Unknown.ToProblem("De diensten zijn zojuist veranderd; vraag ze opnieuw op.");
        }

        var now = clock.GetUtcNow();
        if (locked.Any(dienst => dienst.BegintOp <= now))
        {
            return DienstFailures.HasBegun.ToProblem("Laat een collega een dienst die al begon overnemen.");
        }

        await DienstStore.GiveAsync(connection, [first.Id, second.Id], [theirs, mine], cancellationToken);
        return TypedResults.Ok(new DienstreeksResponse(
            [(first with { BuurtassistentId = theirs }).ToResponse(), (second with { BuurtassistentId = mine }).ToResponse()]));
    }
}

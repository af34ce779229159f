using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Hulpvragen;

/// <summary>Taking consent back needs no words.</summary>
public sealed record WithdrawToestemmingRequest;

internal static class WithdrawToestemming
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/hulpvragen/{id:guid}/toestemming/intrekking", HandleAsync)
        .WithSummary("De hulpvrager trekt de toestemming in")
        .WithDescription(
            "De woorden van de hulpvraag worden gewist. Wat nog niet begon gaat niet door: wachtende voorstellen vervallen en de hulpvraag is ingetrokken. "
            + "Wat al gebeurd is blijft geteld. Nog een keer intrekken verandert niets.")
        .MayFail(HulpvraagFailures.ToestemmingUnknown);

    private static async Task<Results<Ok<ToestemmingResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, WithdrawToestemmingRequest? request, ClaimsPrincipal caller, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        _ = request;
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = caller.PartnerId();
        if (await HulpvraagStore.LockAsync(connection, partnerId, id, cancellationToken) is not { } hulpvraag
            || await ToestemmingStore.FindAsync(connection, partnerId, id, cancellationToken) is not { } toestemming)
        {
            return HulpvraagFailures.ToestemmingUnknown.ToProblem();
        }

        if (toestemming.IngetrokkenOp is not null)
        {
            return TypedResults.Ok(ToestemmingResponse.Of(toestemming));
        }

        var now = clock.GetUtcNow();
        await ToestemmingStore.WithdrawAsync(connection, id, now, cancellationToken);
        await VoorstelStore.LapseAsync(connection, id, now, cancellationToken);
        await AfspraakStore.CancelOfHulpvraagAsync(connection, id, cancellationToken);
        await HulpvraagStore.SilenceAsync(connection, id, cancellationToken);
        return TypedResults.Ok(ToestemmingResponse.Of((await ToestemmingStore.FindAsync(connection, partnerId, id, cancellationToken))!));
    }
}

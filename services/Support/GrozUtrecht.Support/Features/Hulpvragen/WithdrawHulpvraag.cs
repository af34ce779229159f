using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.Support.Features.Hulpvragen;

internal static class WithdrawHulpvraag
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/hulpvragen/{id:guid}/intrekking", HandleAsync)
        .WithSummary("Trek een hulpvraag in")
        .WithDescription(
            "Noem in If-Match de ETag van de hulpvraag. Voorstellen die nog wachten vervallen; een afspraak die nog niet begon gaat niet door.")
        .MayFail(HulpvraagFailures.Unknown, HulpvraagFailures.NotWithdrawable, RequestFailures.VersionOutdated, RequestFailures.VersionMissing);

    private static async Task<Results<Ok<HulpvraagResponse>, ProblemHttpResult>> HandleAsync(
        Guid id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpContext http,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(ifMatch))
        {
            return RequestFailures.VersionMissing.ToProblem();
        }

        var connection = await work.OpenAsync(cancellationToken);
        if (await HulpvraagStore.LockAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } hulpvraag)
        {
            return HulpvraagFailures.Unknown.ToProblem();
        }

        if (!ETags.TryRead(http, out var version) || version != hulpvraag.Version)
        {
            return RequestFailures.VersionOutdated.ToProblem("Vraag de hulpvraag opnieuw op en bekijk wat er veranderde.");
        }

        var now = clock.GetUtcNow();
        if (!Hulpvraag.CanWithdraw(hulpvraag.StatusValue, hulpvraag.BegintOp, now))
        {
            return HulpvraagFailures.NotWithdrawable.ToProblem("Alleen een open hulpvraag, of een geplande die nog niet begon, is in te trekken.");
        }

        await VoorstelStore.LapseAsync(connection, id, now, cancellationToken);
        await AfspraakStore.CancelOfHulpvraagAsync(connection, id, cancellationToken);
        var withdrawn = hulpvraag with
        {
            Status = Words<HulpvraagStatus>.Of(HulpvraagStatus.Ingetrokken),
            Version = await HulpvraagStore.MoveAsync(connection, id, HulpvraagStatus.Ingetrokken, cancellationToken),
        };
        ETags.Set(http, withdrawn.Version);
        return TypedResults.Ok(withdrawn.ToResponse());
    }
}

using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Contracts;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary><c>PUT /bedrijven/{id}/status</c>: a company becomes a member, or leaves.</summary>
internal static class ChangeBedrijfStatus
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/bedrijven/{id:guid}/status", Handle)
        .WithSummary("Status van een bedrijf wijzigen")
        .WithDescription(
            "Door de partner van het bedrijf of door wie het netwerk coördineert. Van belangstellend naar lid of vertrokken, van lid naar vertrokken. Wie vertrokken is en terugkomt, meldt zich opnieuw aan. "
            + "Stuur in If-Match de ETag van de versie die u wijzigt.")
        .MayFail(BedrijfFailures.Unknown, BedrijfFailures.StepNotAllowed, RequestFailures.VersionOutdated, RequestFailures.VersionMissing);

    private static async Task<Results<Ok<BedrijfAnswer>, ProblemHttpResult>> Handle(
        Guid id, BedrijfStatusBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (!ETags.TryRead(http, out var version))
            return RequestFailures.VersionMissing.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, id, http.User, isLocked: true, http.RequestAborted) is not { Bedrijf: var row })
            return BedrijfFailures.Unknown.ToProblem();
        if (row.Version != version)
            return RequestFailures.VersionOutdated.ToProblem();

        var now = clock.GetUtcNow();
        var loopbaan = new BedrijfLoopbaan(Words.Read<BedrijfStatus>(row.Status), row.BelangstellendOp, row.LidOp, row.VertrokkenOp);
        if (loopbaan.To(body.Status, now) is not { } next)
            return BedrijfFailures.StepNotAllowed.ToProblem($"Het bedrijf is nu {row.Status}.");

        var changed = row with
        {
            Version = row.Version + 1,
            Status = Words.Of(next.Status),
            LidOp = next.LidOp,
            VertrokkenOp = next.VertrokkenOp,
        };
        await BedrijfStore.UpdateStatusAsync(connection, changed, http.RequestAborted);
        if (next.Status == BedrijfStatus.Lid)
            work.Publish(Joined(changed, now));

        ETags.Set(http, changed.Version);
        return TypedResults.Ok(BedrijfAnswer.Of(changed));
    }

    private static BedrijfJoined Joined(BedrijfRow row, DateTimeOffset now) => new()
    {
        BedrijfId = row.Id,
        Version = row.Version,
        PartnerId = row.PartnerId,
        Gebied = row.Gebied,
        OpgetredenOp = now,
    };
}

/// <summary>The status that the company gets.</summary>
public sealed record BedrijfStatusBody([property: Description("De nieuwe status.")] BedrijfStatus Status);

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>A no, with the reason.</summary>
public sealed record AfwijzingBody(
    [property: Description("Waarom. Alleen voor het bedrijf: past-niet-bij-behoefte en vorm-past-niet; alleen voor de leverancier: geen-tijd.")] Afwijsreden Reden,
    [property: StringLength(500, MinimumLength = 1), Description("Wat de ander eraan heeft te weten; nodig bij 'anders'. Geen namen van mensen.")]
    string? Toelichting = null);

/// <summary><c>PUT /koppelingen/{id}/afwijzing</c> and <c>PUT /koppelingen/{id}/intrekking</c>: a koppeling ends before it is made.</summary>
internal static class EndKoppeling
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/koppelingen/{id:guid}/afwijzing", Decline)
            .WithName("DeclineKoppeling")
            .WithSummary("Koppeling afwijzen")
            .WithDescription("Door het bedrijf of de leverancier, met een reden die de ander leest. Stuur in If-Match de ETag van de versie die u afwijst.")
            .MayFail(KoppelingFailures.Unknown, KoppelingFailures.NotYours, KoppelingFailures.NotOpen, KoppelingFailures.ReasonInvalid)
            .MayFail(RequestFailures.VersionOutdated, RequestFailures.VersionMissing, FreeText.HoldsBsn, FreeText.Unreadable);
        api.MapPut("/koppelingen/{id:guid}/intrekking", Withdraw)
            .WithName("WithdrawKoppeling")
            .WithSummary("Koppeling intrekken")
            .WithDescription(
                "Door wie haar voorstelde, zolang zij niet gemaakt is: het bedrijf trekt in wat het zelf voorstelde, een coördinator wat een coördinator voorstelde. "
                + "Stuur in If-Match de ETag van de versie die u intrekt.")
            .MayFail(KoppelingFailures.Unknown, KoppelingFailures.NotYours, KoppelingFailures.NotOpen)
            .MayFail(RequestFailures.VersionOutdated, RequestFailures.VersionMissing);
    }

    private static async Task<Results<Ok<KoppelingAnswer>, ProblemHttpResult>> Decline(
        Guid id, AfwijzingBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (FreeText.Refuse(body.Toelichting) is { } refused)
            return refused;
        var (koppeling, failure) = await Koppelingtoegang.TakeAsync(work, id, http);
        if (koppeling is null)
            return (failure ?? KoppelingFailures.Unknown).ToProblem();
        if (koppeling.Zijde is not { } zijde)
            return KoppelingFailures.NotYours.ToProblem();
        var explains = !string.IsNullOrWhiteSpace(body.Toelichting);
        if (!Afwijsredenen.May(zijde, body.Reden) || (body.Reden == Afwijsreden.Anders && !explains))
            return KoppelingFailures.ReasonInvalid.ToProblem();

        return await EndAsync(work, koppeling, KoppelingStatus.Afgewezen, clock.GetUtcNow(), http, row => row with
        {
            AfgewezenDoor = Words.Of(zijde),
            Afwijsreden = Words.Of(body.Reden),
            Toelichting = explains ? body.Toelichting : null,
        });
    }

    private static async Task<Results<Ok<KoppelingAnswer>, ProblemHttpResult>> Withdraw(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (koppeling, failure) = await Koppelingtoegang.TakeAsync(work, id, http);
        if (koppeling is null)
            return (failure ?? KoppelingFailures.Unknown).ToProblem();
        var proposer = koppeling.Zijde switch
        {
            Koppelingzijde.Bedrijf => Words.Of(Rol.Bedrijf),
            null => Words.Of(Rol.Coordinator),
            _ => null,
        };
        return koppeling.Row.VoorgesteldDoor == proposer
            ? await EndAsync(work, koppeling, KoppelingStatus.Ingetrokken, clock.GetUtcNow(), http, row => row)
            : KoppelingFailures.NotYours.ToProblem();
    }

    private static async Task<Results<Ok<KoppelingAnswer>, ProblemHttpResult>> EndAsync(
        UnitOfWork work, GevondenKoppeling koppeling, KoppelingStatus ended, DateTimeOffset now, HttpContext http, Func<KoppelingRow, KoppelingRow> withReason)
    {
        if (koppeling.Row.Loop.End(ended, now) is not { } loop)
            return KoppelingFailures.NotOpen.ToProblem($"De koppeling is nu {koppeling.Row.Status}.");
        var changed = withReason(koppeling.Row.With(loop, now));
        await KoppelingStore.UpdateAsync(await work.OpenAsync(http.RequestAborted), changed, http.RequestAborted);
        ETags.Set(http, changed.Version);
        return TypedResults.Ok(KoppelingAnswer.Of(changed, koppeling.Zijde));
    }
}

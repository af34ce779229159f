using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>How a tasting was, in a minute.</summary>
public sealed record ErvaringRequest(
    [property: Required, StringLength(12, MinimumLength = Incheckcode.Length), Description("De code van deze deelname.")] string Code,
    [property: Range(1, 5), Description("Gezicht dat de bewoner kiest: 1 heel verdrietig tot 5 heel blij.")] int Gezicht,
    [property: Description("Komt de bewoner terug?")] Terugkomen Terugkomen,
    [property: StringLength(300, MinimumLength = 1), Description("Wat de bewoner erbij zegt, zonder namen; wordt gewist als het verslag wordt vastgelegd.")]
    string? Opmerking = null);

/// <summary>What was told, and what could follow.</summary>
public sealed record ErvaringAnswer(
    Guid DeelnameId,
    int Gezicht,
    Terugkomen Terugkomen,
    [property: Description("Bij ja of misschien: de eerstvolgende gewone sessie van deze activiteit, als die er is.")] VervolgAnswer? Vervolg = null);

/// <summary>A regular session of what was tasted.</summary>
public sealed record VervolgAnswer(Guid SessieId, Guid ActiviteitId, string Activiteit, DateTimeOffset BegintOp, DateTimeOffset EindigtOp, int VrijePlaatsen);

/// <summary><c>PUT /proeverijen/{id}/ervaringen/{deelnameId}</c>: a resident tells how a tasting was, without an account.</summary>
internal static class GiveErvaring
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/proeverijen/{id:guid}/ervaringen/{deelnameId:guid}", Handle)
        .WithSummary("Ervaring geven")
        .WithDescription("Eén per proef, met de code van de deelname, nadat is ingecheckt. Te veranderen tot de proeverij is afgesloten.")
        .MayFail(ErvaringFailures.Unknown, ErvaringFailures.NotThere, ErvaringFailures.Closed, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Ok<ErvaringAnswer>, ProblemHttpResult>> Handle(
        Guid id, Guid deelnameId, ErvaringRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.Opmerking is { } text && FreeText.Refuse(text) is { } refused)
            return refused;
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await ProeverijStore.HoldVisibleAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } proeverij
            || await ErvaringStore.FindAsync(connection, id, deelnameId, Incheckcode.Read(request.Code), http.User.PartnerId(), http.RequestAborted) is not { } geproefd)
        {
            return ErvaringFailures.Unknown.ToProblem();
        }

        if (proeverij.StatusValue is not (ProeverijStatus.InschrijvingOpen or ProeverijStatus.Gehouden))
            return ErvaringFailures.Closed.ToProblem();
        if (geproefd.Status != Words.Of(Deelnamestatus.Aanwezig))
            return ErvaringFailures.NotThere.ToProblem();

        var now = clock.GetUtcNow();
        await ErvaringStore.SaveAsync(connection, geproefd, id, request.Gezicht, Words.Of(request.Terugkomen), request.Opmerking, now, http.RequestAborted);
        var next = request.Terugkomen == Terugkomen.Nee ? null : await ErvaringStore.NextAsync(connection, geproefd.ActiviteitId, now, http.RequestAborted);
        return TypedResults.Ok(new ErvaringAnswer(deelnameId, request.Gezicht, request.Terugkomen, next is null ? null : Of(next)));
    }

    private static VervolgAnswer Of(VervolgRow row) =>
        new(row.SessieId, row.ActiviteitId, row.Activiteit, row.BegintOp, row.EindigtOp, row.VrijePlaatsen);
}

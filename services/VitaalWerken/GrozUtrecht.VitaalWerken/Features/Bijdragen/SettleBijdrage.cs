using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>Why somebody does what they do.</summary>
public sealed record BijdrageredenBody(
    [property: Required, StringLength(500, MinimumLength = 1), Description("Waarom, zonder namen van personen; de andere partij leest dit.")] string Reden);

/// <summary>How a contribution ends: the receiver confirms or disputes it, or who gives withdraws it.</summary>
internal static class SettleBijdrage
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/bijdragen/{id:guid}/bevestiging", Confirm)
            .WithName("ConfirmBijdrage")
            .WithSummary("Levering bevestigen")
            .WithDescription("Door de ontvanger; bij een wijkpot zodra de Tijdbank heeft geboekt. Stuur in If-Match de ETag die u zag.")
            .MayFail(Bijdragestap.Failures);
        api.MapPost("/bijdragen/{id:guid}/betwisting", Dispute)
            .WithName("DisputeBijdrage")
            .WithSummary("Levering betwisten")
            .WithDescription(
                $"Door de ontvanger, met de reden, binnen {Bijdragestand.DisputeDays} dagen. De Tijdbank boekt terug wat er was geboekt. Een betwiste bijdrage "
                + "wordt niet meer geleverd; het bedrijf kan een nieuwe toezeggen. Stuur in If-Match de ETag die u zag.")
            .MayFail([.. Bijdragestap.Failures, FreeText.HoldsBsn, FreeText.Unreadable]);
        api.MapPost("/bijdragen/{id:guid}/intrekking", Withdraw)
            .WithName("WithdrawBijdrage")
            .WithSummary("Toezegging intrekken")
            .WithDescription("Door wie geeft, met de reden: voor de levering, of nadat de Tijdbank weigerde. Stuur in If-Match de ETag die u zag.")
            .MayFail([.. Bijdragestap.Failures, FreeText.HoldsBsn, FreeText.Unreadable]);
    }

    private static Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> Confirm(Guid id, HttpContext http, Bijdragestap stap) =>
        stap.TakeAsync(http, id, Bijdragehandeling.Bevestigen, (row, today) => (row with { BevestigdDatum = today }, null));

    private static Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> Dispute(Guid id, BijdrageredenBody body, HttpContext http, Bijdragestap stap) =>
        WithReasonAsync(id, body, Bijdragehandeling.Betwisten, http, stap);

    private static Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> Withdraw(Guid id, BijdrageredenBody body, HttpContext http, Bijdragestap stap) =>
        WithReasonAsync(id, body, Bijdragehandeling.Intrekken, http, stap);

    private static async Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> WithReasonAsync(
        Guid id, BijdrageredenBody body, Bijdragehandeling handeling, HttpContext http, Bijdragestap stap) =>
        FreeText.Refuse(body.Reden) is { } refused
            ? refused
            : await stap.TakeAsync(http, id, handeling, (row, _) => (row with { Reden = body.Reden }, null));
}

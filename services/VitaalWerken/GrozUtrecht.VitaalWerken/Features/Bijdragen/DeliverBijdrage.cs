using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>That it was delivered.</summary>
public sealed record BijdrageleveringBody(
    [property: Description("De dag van levering; zonder is het vandaag.")] DateOnly? Datum = null,
    [property: RegularExpression(Betaalkenmerk.Pattern), Description("Bij geld verplicht: het kenmerk van de betaling, zonder rekeningnummer.")] string? Bewijs = null);

/// <summary><c>POST /bijdragen/{id}/levering</c>: what goes to a fund is booked in the Tijdbank.</summary>
internal static class DeliverBijdrage
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bijdragen/{id:guid}/levering", Handle)
        .WithSummary("Levering melden")
        .WithDescription(
            $"Door wie geeft. Uren en producten aan een wijkpot boekt de Tijdbank. De ontvanger bevestigt, of betwist binnen {Bijdragestand.DisputeDays} dagen; "
            + "zegt hij niets, dan is de levering daarna bevestigd. Stuur in If-Match de ETag die u zag.")
        .MayFail([
            .. Bijdragestap.Failures, BijdrageFailures.DayUnfit, BijdrageFailures.ProofMissing, BijdrageFailures.ProofHoldsIban, FreeText.HoldsBsn,
            FreeText.Unreadable,
        ]);

    private static async Task<Results<Ok<BijdrageAnswer>, ProblemHttpResult>> Handle(
        Guid id, BijdrageleveringBody body, HttpContext http, Bijdragestap stap)
    {
        if (FreeText.Refuse(body.Bewijs) is { } refused)
            return refused;
        if (body.Bewijs is { } proof && Betaalkenmerk.HoldsIban(proof))
            return BijdrageFailures.ProofHoldsIban.ToProblem();

        return await stap.TakeAsync(http, id, Bijdragehandeling.Leveren, (row, today) => (
            row with { GeleverdDatum = body.Datum ?? today, Bewijs = body.Bewijs }, Refuse(row, body, today)));
    }

    private static Failure? Refuse(BijdrageRow row, BijdrageleveringBody body, DateOnly today) => body switch
    {
        { Datum: { } day } when day > today || day < row.ToegezegdDatum => BijdrageFailures.DayUnfit,
        { Bewijs: null } when row.BedragCenten is not null => BijdrageFailures.ProofMissing,
        _ => null,
    };
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Giften;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using GrozUtrecht.Tijdbank.Features.Overboekingen;
using GrozUtrecht.Tijdbank.Features.Rekeningen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>Minutes to give away.</summary>
public sealed record GiveGiftRequest(
    [property: Description("De rekening die geeft; uw organisatie beheert haar.")] Guid VanRekeningId,
    [property: Description("Wie ontvangt.")] GiftNaar Naar,
    [property: Range(Gift.MinimumMinutes, Gift.MaximumMinutes), Description("Aantal minuten.")] int DuurMinuten,
    [property: Description("Wie ontvangt, ziet niet wie gaf.")] bool Anoniem = false,
    [property: StringLength(Gift.MaximumBerichtLength, MinimumLength = 1), Description("Aan wie ontvangt, zonder burgerservicenummer.")] string? Bericht = null);

/// <summary><c>POST /giften</c>.</summary>
internal static class GiveGift
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/giften", Handle)
        .WithSummary("Minuten geven")
        .WithDescription(
            "Geeft minuten aan een persoon, een organisatie of een wijkpot. Bij een anonieme gift noemen het overzicht en de giften van wie ontvangt niet wie gaf: "
            + "de minuten gaan via de rekening giften. Alleen uren die te besteden zijn kunt u geven. "
            + $"Foutcodes: {GiftFailures.Codes}, en die van een overboeking.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<GiftAnswer>, ProblemHttpResult>> Handle(
        GiveGiftRequest request, HttpContext http, UnitOfWork work, Giftgang gang, TimeProvider clock)
    {
        if (Vrijetekst.Check(request.Bericht) is { } textFault)
            return GiftFailures.Of(textFault).ToProblem();
        if (!request.Naar.NamesOne)
            return GiftFailures.ReceiverUnclear.ToProblem();

        var now = clock.GetUtcNow();
        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await request.Naar.FindAsync(connection, partnerId, now, http.RequestAborted) is not { } ontvanger)
            return GiftFailures.ReceiverUnknown.ToProblem();
        if (ontvanger.RekeningId == request.VanRekeningId)
            return GiftFailures.SameAccount.ToProblem();

        var gift = new Gift(
            Guid.CreateVersion7(now), request.VanRekeningId, ontvanger.RekeningId, request.DuurMinuten, request.Anoniem, partnerId,
            UnrelatedId: Guid.CreateVersion7(now));
        var outcome = await gang.GiveAsync(gift, ontvanger, request.Bericht, now, http.RequestAborted);
        if (outcome != Boekuitkomst.Booked)
            return OverboekingFailures.Of(outcome).ToProblem();

        var given = await GiftStore.FindAsync(connection, gift.Id, partnerId, http.RequestAborted);
        var giver = await RekeningStore.FindAsync(connection, gift.VanRekeningId, partnerId, http.RequestAborted);
        return TypedResults.Created(
            $"{http.Request.Path}/{gift.Id}", GiftAnswer.Of(given!) with { Waarschuwingen = Waarschuwing.ListOf(giver!) });
    }
}

using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>Somebody offers or asks.</summary>
public sealed record PlaceAdvertentieRequest(
    [property: Description("De rekening die aanbiedt of vraagt; uw organisatie beheert haar.")] Guid RekeningId,
    [property: Description("Aanbod: iemand geeft iets. Vraag: iemand zoekt iets, en betaalt.")] Richting Richting,
    [property: Description("Tijd, een dienst of een product. Richting en soort zijn later niet te wijzigen.")] AdvertentieSoort Soort,
    AdvertentieInhoud Inhoud);

/// <summary><c>POST /advertenties</c>.</summary>
internal static class PlaceAdvertentie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/advertenties", Handle)
        .WithSummary("Advertentie plaatsen")
        .WithDescription(
            "Een aanbod of een vraag, te zien voor alle organisaties. De prijs is in minuten. Een product mag daarnaast een bedrag in geld noemen: dat betalen "
            + "koper en aanbieder elkaar rechtstreeks, buiten de Tijdbank om, want die bewaart geen geld van personen. "
            + $"Foutcodes: {RuilFailures.TooMany.Code} (409), {RuilFailures.AccountNotManaged.Code} (422), {RuilFailures.ContentCodes}.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<AdvertentieAnswer>, ProblemHttpResult>> Handle(
        PlaceAdvertentieRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (request.Inhoud.Refuse(request.Soort, now) is { } refusal)
            return refusal.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        var partnerId = http.User.PartnerId();
        if (await RuilToegang.FindAsync(connection, request.RekeningId, partnerId, http.RequestAborted) is null)
            return RuilFailures.AccountNotManaged.ToProblem();
        if (await AdvertentieStore.CountOpenAsync(connection, request.RekeningId, http.RequestAborted) >= Advertentie.MaximumOpenPerAccount)
            return RuilFailures.TooMany.ToProblem();

        var row = ToRow(request, now);
        await AdvertentieStore.InsertAsync(connection, row, http.RequestAborted);
        var placed = await AdvertentieStore.FindAsync(connection, row.Id, partnerId, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", AdvertentieAnswer.Of(placed!));
    }

    private static AdvertentieRow ToRow(PlaceAdvertentieRequest request, DateTimeOffset now) => request.Inhoud.PutInto(new()
    {
        Id = Guid.CreateVersion7(now),
        RekeningId = request.RekeningId,
        Richting = Words.Of(request.Richting),
        Soort = Words.Of(request.Soort),
        Categorie = "",
        Postcode = "",
        PrijsMinuten = 0,
        PrijsPer = "",
        GeldigTotDatum = default,
        Status = Words.Of(AdvertentieStatus.Actief),
        Version = 1,
        AangemaaktOp = now,
        GewijzigdOp = now,
    });
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using GrozUtrecht.Tijdbank.Features.Overboekingen;
using GrozUtrecht.Tijdbank.Features.Rekeningen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>Somebody takes up an offer, or answers a request.</summary>
public sealed record PlaceBestellingRequest(
    Guid AdvertentieId,
    [property: Description("Bij een aanbod de rekening die koopt, bij een vraag de rekening die aanbiedt; uw organisatie beheert haar.")] Guid RekeningId,
    [property: Description("Bij een prijs per stuk."), Range(1, Ruilprijs.MaximumCount)] int? Aantal = null,
    [property: Description("Bij een prijs per uur."), Range(1, Ruilprijs.MaximumDurationMinutes)] int? DuurMinuten = null,
    [property: Description("Aan de andere kant, zonder burgerservicenummer."), StringLength(500, MinimumLength = 1)] string? Bericht = null,
    [property: Description("De prijs van de hele bestelling die u zag: is zij intussen anders, dan gaat de bestelling niet door.")]
    [property: Range(0, Ruilprijs.MaximumTotalMinutes)]
    int? VerwachtePrijsMinuten = null);

/// <summary><c>POST /bestellingen</c>.</summary>
internal static class PlaceBestelling
{
    private const int MaximumOpen = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bestellingen", Handle)
        .WithSummary("Bestellen, of reageren op een vraag")
        .WithDescription(
            "Bij een aanbod worden de minuten van de koper meteen vastgehouden en gaat het van de voorraad af; de aanbieder aanvaardt of weigert binnen 14 dagen. "
            + "Bij een vraag stelt u voor om te leveren; de minuten van de vrager worden vastgehouden als die aanvaardt. Vastgehouden minuten gaan pas naar de "
            + "aanbieder als de koper bevestigt, en anders terug. Een deel van een minuut telt als een hele. Een bedrag in geld betalen de twee elkaar rechtstreeks. "
            + $"Foutcodes: {Codes()}, en die van een overboeking.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<BestellingAnswer>, ProblemHttpResult>> Handle(
        PlaceBestellingRequest request, HttpContext http, UnitOfWork work, Bestelgang gang, TimeProvider clock)
    {
        if (Vrijetekst.Check(request.Bericht) is { } textFault)
            return RuilFailures.Of(textFault).ToProblem();

        var now = clock.GetUtcNow();
        var partnerId = http.User.PartnerId();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await RuilToegang.FindAsync(connection, request.RekeningId, partnerId, http.RequestAborted) is not { } rekening)
            return RuilFailures.AccountNotManaged.ToProblem();
        if (await AdvertentieStore.LockActiveAsync(connection, request.AdvertentieId, http.RequestAborted) is not { } advertentie)
            return RuilFailures.Unknown.ToProblem();
        if (await RefuseAsync(connection, request, advertentie, rekening, now, http.RequestAborted) is { } refusal)
            return refusal.ToProblem();

        var zet = new Zet(Handeling.Aanvraag, IsBuying(advertentie) ? Partij.Koper : Partij.Aanbieder)
        {
            PartnerId = partnerId, ClientId = http.User.ClientId(), Tekst = request.Bericht,
        };
        var begun = await gang.BeginAsync(ToRow(request, advertentie, now), zet, now, http.RequestAborted);
        if (begun.IsRefused)
            return BestellingFailures.Of(begun).ToProblem();

        var row = await BestellingStore.FindAsync(connection, begun.Row.Id, partnerId, mediates: false, http.RequestAborted);
        var payer = row!.ReserveringId is null ? null : await RuilToegang.FindAsync(connection, row.KoperRekeningId, partnerId, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", BestellingAnswer.Of(row, Waarschuwing.Of(payer)));
    }

    private static bool IsBuying(AdvertentieRow advertentie) => Words.Read<Richting>(advertentie.Richting) is Richting.Aanbod;

    private static async Task<Failure?> RefuseAsync(
        NpgsqlConnection connection, PlaceBestellingRequest request, AdvertentieRow advertentie, Rekening rekening, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (advertentie.GeldigTotDatum < NederlandseTijd.DayOf(now))
            return BestellingFailures.Expired;
        if (advertentie.RekeningId == rekening.Id)
            return BestellingFailures.WithOneself;
        if (!advertentie.Prijs.Fits(request.Aantal, request.DuurMinuten))
            return BestellingFailures.AmountDoesNotFit;

        var total = advertentie.Prijs.TotalMinutes(request.Aantal, request.DuurMinuten);
        if (total > Ruilprijs.MaximumTotalMinutes)
            return BestellingFailures.TooLarge;
        if (request.VerwachtePrijsMinuten is { } expected && expected != total)
            return BestellingFailures.PriceChanged;
        // The platform asks the ledger, which then leaves it to us to see that these minutes may be spent.
        if (IsBuying(advertentie) && total > 0 && !rekening.Besteedbaar)
            return OverboekingFailures.Of(Boekuitkomst.NotSpendable);
        if (advertentie.Voorraad < (request.Aantal ?? 1))
            return BestellingFailures.SoldOut;
        return await BestellingStore.CountOpenAsync(connection, rekening.Id, cancellationToken) >= MaximumOpen ? BestellingFailures.TooMany : null;
    }

    private static BestellingRow ToRow(PlaceBestellingRequest request, AdvertentieRow advertentie, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AdvertentieId = advertentie.Id,
        Richting = advertentie.Richting,
        Categorie = advertentie.Categorie,
        KoperRekeningId = IsBuying(advertentie) ? request.RekeningId : advertentie.RekeningId,
        AanbiederRekeningId = IsBuying(advertentie) ? advertentie.RekeningId : request.RekeningId,
        Aantal = request.Aantal,
        DuurMinuten = request.DuurMinuten,
        PrijsMinuten = advertentie.Prijs.TotalMinutes(request.Aantal, request.DuurMinuten),
        PrijsCenten = advertentie.Prijs.TotalCents(request.Aantal),
        Status = "",
        Version = 0,
        AangemaaktOp = now,
        GewijzigdOp = now,
    };

    private static string Codes() => string.Join(", ", new[]
    {
        RuilFailures.Unknown, BestellingFailures.Expired, BestellingFailures.SoldOut, BestellingFailures.PriceChanged,
        BestellingFailures.AlreadyProposed, BestellingFailures.TooMany, RuilFailures.AccountNotManaged, BestellingFailures.WithOneself,
        BestellingFailures.AmountDoesNotFit, BestellingFailures.TooLarge,
    }.Select(failure => $"{failure.Code} ({failure.Status})"));
}

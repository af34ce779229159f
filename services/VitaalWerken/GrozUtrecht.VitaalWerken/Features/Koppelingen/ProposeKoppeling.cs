using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>What is proposed: one offer, when, for how many and for what.</summary>
public sealed record KoppelingBody(
    [property: Description("Het aanbod.")] Guid AanbodId,
    [property: Range(1, 500), Description("Met hoeveel mensen ongeveer.")] int Groepsgrootte,
    [property: Description("Eerste dag van de periode; vandaag of later.")] DateOnly PeriodeVan,
    [property: Description("Laatste dag van de periode; ten hoogste twee jaar later.")] DateOnly PeriodeTotEnMet,
    [property: Range(1, 10_000_000), Description("Prijs per sessie in centen zonder btw; de prijs van het aanbod als u niets zegt.")] long? PrijsCenten = null);

/// <summary><c>POST /bedrijven/{id}/koppelingen</c>: an offer is proposed to both sides.</summary>
internal static class ProposeKoppeling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven/{id:guid}/koppelingen", Handle)
        .WithSummary("Koppeling voorstellen")
        .WithDescription(
            "Door het bedrijf zelf of een coördinator van zijn netwerk. Bedrijf en leverancier stemmen daarna elk in, binnen 21 dagen. "
            + "Per aanbod heeft een bedrijf een koppeling die open of gemaakt is.")
        .MayFail(BedrijfFailures.Unknown, KoppelingFailures.AanbodUnknown, KoppelingFailures.NotLid, KoppelingFailures.PeriodInvalid)
        .MayFail(KoppelingFailures.PriceInvalid, KoppelingFailures.DoesNotFit, KoppelingFailures.AlreadyOpen);

    private static async Task<Results<Created<KoppelingAnswer>, ProblemHttpResult>> Handle(
        Guid id, KoppelingBody body, HttpContext http, UnitOfWork work, AanbodIndex index, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        // Before the transaction: who waits for the index must not hold a connection.
        var snapshot = await index.ReadAsync(http.RequestAborted);
        var connection = await work.OpenAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, id, http.User, isLocked: true, http.RequestAborted) is not { } toegang)
            return BedrijfFailures.Unknown.ToProblem();
        if (toegang.Bedrijf.Status != Words.Of(BedrijfStatus.Lid))
            return KoppelingFailures.NotLid.ToProblem();
        if (snapshot.Find(body.AanbodId) is not { IsKnown: true } found)
            return KoppelingFailures.AanbodUnknown.ToProblem();
        if (Koppelwensen.PeriodOf(body.PeriodeVan, body.PeriodeTotEnMet, NederlandseTijd.DayOf(now)) is null)
            return KoppelingFailures.PeriodInvalid.ToProblem();
        if (body.PrijsCenten is not null && found.Prijssoort != Prijssoort.Euro)
            return KoppelingFailures.PriceInvalid.ToProblem();

        var aanbod = found with { PrijsCenten = body.PrijsCenten ?? found.PrijsCenten };
        var (behoefte, stated) = await Koppelvragen.BehoefteAsync(connection, id, http.RequestAborted);
        var vraag = VraagOf(body, toegang.Bedrijf, behoefte, stated, now);
        var waarom = new Koppelwaarom(vraag, new Koppelscore(vraag));
        // What a company proposes outside its needs or moments is its own choice; that it has one already is for the database to say.
        var obstacles = new Koppelgeschiktheid(vraag with { Onderwerpen = [], Dagdelen = 0, BedrijfId = default }).Obstacles(aanbod);
        if (obstacles is not [])
            return KoppelingFailures.DoesNotFit.ToProblem(string.Join(' ', obstacles.Select(obstacle => waarom.Explain(obstacle, aanbod).Tekst)));

        var row = RowOf(toegang, body, aanbod, waarom.Explain(aanbod, new Koppelscore(vraag).Score(aanbod)), http.User.PartnerId(), now);
        if (!await KoppelingStore.TryInsertAsync(connection, row, http.RequestAborted))
            return KoppelingFailures.AlreadyOpen.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Created(
            $"{http.Request.PathBase}/vitaal-werken/v1/koppelingen/{row.Id}",
            KoppelingAnswer.Of(row, toegang.Rol == Rol.Bedrijf ? Koppelingzijde.Bedrijf : null));
    }

    // Without what a session may cost at most: the supplier reads the reasons, and could compute it from the points.
    private static Koppelvraag VraagOf(
        KoppelingBody body, BedrijfRow bedrijf, IReadOnlyList<Onderwerp> behoefte, Bedrijfswensen? stated, DateTimeOffset now) => new()
    {
        BedrijfId = bedrijf.Id,
        PartnerId = bedrijf.PartnerId,
        Gebied = bedrijf.Gebied,
        MetersFrom = Postcodeplaatsen.MetersTo(bedrijf.Postcode),
        Onderwerpen = behoefte,
        Vormen = Koppelwensen.Bits(stated?.Vormen ?? []),
        Dagdelen = stated?.Dagdelen ?? 0,
        Groepsgrootte = body.Groepsgrootte,
        VanDag = body.PeriodeVan.DayNumber,
        TotEnMetDag = body.PeriodeTotEnMet.DayNumber,
        Vandaag = NederlandseTijd.DayOf(now).DayNumber,
    };

    private static KoppelingRow RowOf(
        BedrijfToegang toegang, KoppelingBody body, AanbodProfiel aanbod, IReadOnlyList<Koppelreden> redenen, Guid partnerId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BedrijfId = toegang.Bedrijf.Id,
        AanbodId = aanbod.Id,
        LeverancierId = aanbod.Leverancier.Id,
        Version = 1,
        Status = Words.Of(KoppelingStatus.Voorgesteld),
        Onderwerp = Words.Of(aanbod.Onderwerp),
        Vorm = Words.Of(aanbod.Vorm),
        VoorgesteldDoor = Words.Of(toegang.Rol),
        VoorgesteldDoorPartnerId = partnerId,
        Groepsgrootte = body.Groepsgrootte,
        PeriodeVan = body.PeriodeVan,
        PeriodeTotEnMet = body.PeriodeTotEnMet,
        Prijssoort = Words.Of(aanbod.Prijssoort),
        PrijsCenten = aanbod.PrijsCenten,
        Score = redenen.Sum(reden => reden.Punten),
        Redenen = JsonSerializer.Serialize(redenen, JsonSerializerOptions.Web),
        AangemaaktOp = now,
        VerlooptOp = now + Koppelingloop.Term,
        GewijzigdOp = now,
        BedrijfNaam = toegang.Bedrijf.Naam,
        LeverancierNaam = aanbod.Leverancier.Naam,
        AanbodTitel = aanbod.Titel,
    };
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary><c>POST /bedrijven</c>: a company shows interest in the vitality network of its area.</summary>
internal static class RegisterBedrijf
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/bedrijven", Handle)
        .WithSummary("Bedrijf aanmelden")
        .WithDescription(
            "Meldt een bedrijf aan als belangstellende. De postcode bepaalt het gebied en daarmee het vitaliteitsnetwerk; "
            + "per netwerk doet een KvK-nummer een keer mee.")
        .MayFail(BedrijfFailures.AlreadyInNetwerk, BedrijfFailures.PostcodeUnknown, BedrijfFailures.VestigingOfAnother, FreeText.HoldsBsn);

    private static async Task<Results<Created<BedrijfAnswer>, ProblemHttpResult>> Handle(
        BedrijfBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (FreeText.Refuse(body.Naam) is { } refused)
            return refused;
        if (!Postcode4.TryFind(body.Postcode, out var place) || place.Gebied is not { } gebied)
            return BedrijfFailures.PostcodeUnknown.ToProblem();

        var now = clock.GetUtcNow();
        var row = new BedrijfRow
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = http.User.PartnerId(),
            Version = 1,
            KvkNummer = body.KvkNummer,
            Vestigingsnummer = body.Vestigingsnummer,
            Naam = body.Naam,
            Sector = Words.Of(body.Sector),
            Grootteklasse = Words.Of(body.Grootteklasse),
            Postcode = body.Postcode,
            Gebied = gebied.Code,
            Status = Words.Of(BedrijfStatus.Belangstellend),
            AangemaaktOp = now,
            BelangstellendOp = now,
        };
        var connection = await work.OpenAsync(http.RequestAborted);
        if (!await BedrijfStore.TryInsertAsync(connection, row, http.RequestAborted))
        {
            var isOfAnother = await BedrijfStore.IsVestigingOfAnotherAsync(connection, row.Vestigingsnummer, row.KvkNummer, http.RequestAborted);
            return (isOfAnother ? BedrijfFailures.VestigingOfAnother : BedrijfFailures.AlreadyInNetwerk).ToProblem();
        }


        ETags.Set(http, row.Version);
        return TypedResults.Created($"{http.Request.Path}/{row.Id}", BedrijfAnswer.Of(row));
    }
}

/// <summary>What a partner tells of a company; nothing about who works there.</summary>
public sealed record BedrijfBody(
    [property: Required, RegularExpression("^[0-9]{8}$"), Description("De acht cijfers van het KvK-nummer, met voorloopnullen.")]
    string KvkNummer,
    [property: Required, StringLength(120, MinimumLength = 1), RegularExpression(@"^[^\u0000-\u001f\u007f]*$"), Description("Handelsnaam.")]
    string Naam,
    Sector Sector,
    [property: Description("Werkzame personen: micro tot 10, klein tot 50, middelgroot tot 250, groot vanaf 250.")]
    Grootteklasse Grootteklasse,
    [property: Required, RegularExpression("^[1-9][0-9]{3}$"), Description("De vier cijfers van de postcode.")]
    string Postcode,
    [property: RegularExpression("^[0-9]{12}$"), Description("De twaalf cijfers van het vestigingsnummer, als de vestiging ertoe doet.")]
    string? Vestigingsnummer = null);

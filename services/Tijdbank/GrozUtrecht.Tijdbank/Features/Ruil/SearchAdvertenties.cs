using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>What a search may be narrowed by.</summary>
public sealed record AdvertentiesQuery(
    [property: FromQuery(Name = "zoek"), StringLength(100, MinimumLength = 2), Description("Woorden; alle moeten voorkomen. Het laatste mag half zijn.")]
    string? Zoek,
    [property: FromQuery(Name = "richting"), RegularExpression("^(aanbod|vraag)$"), Description("aanbod of vraag.")] string? Richting,
    [property: FromQuery(Name = "soort"), RegularExpression("^(tijd|dienst|product)$"), Description("tijd, dienst of product.")] string? Soort,
    [property: FromQuery(Name = "categorie"), RegularExpression("^[a-z-]{1,40}$"), Description("Code van een categorie.")] string? Categorie,
    [property: FromQuery(Name = "postcode"), RegularExpression("^[1-9][0-9]{3}$"), Description("Zoek rond deze postcode.")] string? Postcode,
    [property: FromQuery(Name = "straalKm"), Range(0, 50), DefaultValue(AdvertentiesQuery.DefaultRadiusKilometers),
        Description("Hoe ver van de postcode, ongeveer en hemelsbreed.")]
    int? StraalKm,
    [property: FromQuery(Name = "gebied"), StringLength(60), Description("Code van een gebied, bijvoorbeeld overvecht.")] string? Gebied,
    [property: FromQuery(Name = "maximumPrijsMinuten"), Range(0, Ruilprijs.MaximumPriceMinutes), Description("Hoogste prijs per uur of per stuk.")]
    int? MaximumPrijsMinuten,
    [property: FromQuery(Name = "rekeningId"), Description("Alleen van deze rekening.")] Guid? RekeningId,
    [property: FromQuery(Name = "eigen"), Description("True: alles van rekeningen die uw organisatie beheert, ook wat gepauzeerd, gesloten of verlopen is.")]
    bool? Eigen,
    [property: FromQuery(Name = "sortering"), RegularExpression("^(beste|nieuwste)$"), DefaultValue("beste"),
        Description("beste: hoe goed de woorden passen en hoe dichtbij het is; zonder woorden en postcode is dat hetzelfde als nieuwste.")]
    string? Sortering)
{
    internal const int DefaultRadiusKilometers = 5;
}

/// <summary><c>GET /advertenties</c>.</summary>
internal static class SearchAdvertenties
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/advertenties", Handle)
        .WithSummary("Advertenties zoeken")
        .WithDescription(
            "Wat nu te bestellen is, van alle organisaties: actief, niet verlopen en op voorraad. Filters gelden samen. Accenten en hoofdletters tellen niet, en "
            + "van woorden telt de stam. Een antwoord noemt geen persoon, behalve bij rekeningen die u beheert. "
            + $"Foutcodes: {RuilFailures.GebiedUnknown.Code} (422), {RuilFailures.PostcodeMissing.Code} (422), {RuilFailures.PostcodeUnknown.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<CursorPage<AdvertentieAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] AdvertentiesQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (Refuse(query, out var centre, out var gebied) is { } failure)
            return failure.ToProblem();
        if (!TryReadCursor(page.Cursor, out var beforeScore, out var beforeId))
            return RequestFailures.CursorInvalid.ToProblem();

        var near = centre is null ? null : Nabijheid.Around(centre, query.StraalKm ?? AdvertentiesQuery.DefaultRadiusKilometers, gebied);
        var search = new Zoekopdracht
        {
            PartnerId = http.User.PartnerId(),
            Zoek = query.Zoek,
            Richting = query.Richting,
            Soort = query.Soort,
            Categorie = query.Categorie,
            MaximumPrijsMinuten = query.MaximumPrijsMinuten,
            RekeningId = query.RekeningId,
            NearPostcodes = near?.Postcodes,
            NearMeters = near?.Meters,
            Postcodes = centre is null && gebied is not null ? [.. gebied.Postcodes.Select(postcode => postcode.Code)] : null,
            Eigen = query.Eigen ?? false,
            NewestFirst = query.Sortering == "nieuwste",
            Today = NederlandseTijd.DayOf(clock.GetUtcNow()),
            BeforeScore = beforeScore,
            BeforeId = beforeId,
            Count = page.Size + 1,
        };
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var found = CursorPage<AdvertentieRow>.Of(
            await AdvertentieZoeker.SearchAsync(connection, search, http.RequestAborted), page.Size, CursorOf);
        return TypedResults.Ok(new CursorPage<AdvertentieAnswer>([.. found.Items.Select(AdvertentieAnswer.Of)], found.Volgende));
    }

    private static Failure? Refuse(AdvertentiesQuery query, out Postcode4? centre, out Gebied? gebied)
    {
        (centre, gebied) = (null, null);
        if (query.Gebied is not null && !Gebied.TryFind(query.Gebied, out gebied))
            return RuilFailures.GebiedUnknown;
        if (query.Postcode is null)
            return query.StraalKm is null ? null : RuilFailures.PostcodeMissing;
        return Postcode4.TryFind(query.Postcode, out centre) ? null : RuilFailures.PostcodeUnknown;
    }

    private static string CursorOf(AdvertentieRow row) =>
        Cursor.Encode(row.Score.ToString(CultureInfo.InvariantCulture), row.Id.ToString("N"));

    private static bool TryReadCursor(string? cursor, out long score, out Guid id)
    {
        (score, id) = (long.MaxValue, Guid.AllBitsSet);
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 2, out var parts)
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out score)
                && Guid.TryParseExact(parts[1], "N", out id));
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary>What a list of activities may be narrowed by.</summary>
public sealed record ActiviteitenQuery(
    [property: FromQuery(Name = "gebied"), StringLength(60), Description("Code van een gebied, bijvoorbeeld kanaleneiland.")]
    string? Gebied,
    [property: FromQuery(Name = "postcode"), RegularExpression("^[1-9][0-9]{3}$"), Description("Zoek rond deze postcode.")]
    string? Postcode,
    [property: FromQuery(Name = "straalKilometers"), Range(0, 50), DefaultValue(Zoekplek.DefaultRadiusKilometers),
        Description("Hoe ver van de postcode, ongeveer en hemelsbreed.")]
    int? StraalKilometers,
    [property: FromQuery(Name = "dimensie"), RegularExpression(ActiviteitenQuery.Dimensies),
        Description("Een dimensie van positieve gezondheid.")]
    string? Dimensie,
    [property: FromQuery(Name = "eigen"), Description("True: alleen de activiteiten van de partner van dit token, ook de concepten.")]
    bool? Eigen)
{
    private const string Dimensies =
        "^(lichaamsfuncties|mentaal-welbevinden|zingeving|kwaliteit-van-leven|meedoen|dagelijks-functioneren)$";
}

/// <summary><c>GET /activiteiten</c>: the offer and one's own drafts, filtered and in pages.</summary>
internal static class ListActiviteiten
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/activiteiten", Handle)
        .WithSummary("Activiteiten zoeken")
        .WithDescription("De eigen activiteiten en de gepubliceerde van alle partners, in volgorde van aanmaken. Filters gelden samen.")
        .MayFail(ActiviteitFailures.GebiedUnknown, ActiviteitFailures.PostcodeMissing, ActiviteitFailures.PostcodeUnknown);

    private static async Task<Results<Ok<CursorPage<ActiviteitAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] ActiviteitenQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();
        if (Zoekplek.Refuse(query.Gebied, query.Postcode, query.StraalKilometers, out var centre) is { } failure)
            return failure.ToProblem();

        var partnerId = http.User.PartnerId();
        var filter = new ActiviteitFilter(
            partnerId, query.Eigen ?? false, after, page.Size + 1, query.Gebied, query.Dimensie,
            Zoekplek.Postcodes(null, centre, query.StraalKilometers));
        var rows = await ActiviteitStore.ListAsync(database, filter, http.RequestAborted);

        var items = rows.Select(row => ActiviteitAnswer.Of(row, partnerId, Zoekplek.DistanceMeters(centre, row.Postcode))).ToList();
        return TypedResults.Ok(CursorPage<ActiviteitAnswer>.Of(items, page.Size, item => Cursor.Encode(item.Id)));
    }
}

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
    [property: FromQuery(Name = "straalKilometers"), Range(0, 50), DefaultValue(ActiviteitenQuery.DefaultRadiusKilometers),
        Description("Hoe ver van de postcode, ongeveer en hemelsbreed.")]
    int? StraalKilometers,
    [property: FromQuery(Name = "dimensie"), RegularExpression(ActiviteitenQuery.Dimensies),
        Description("Een dimensie van positieve gezondheid.")]
    string? Dimensie,
    [property: FromQuery(Name = "eigen"), Description("True: alleen de activiteiten van de partner van dit token, ook de concepten.")]
    bool? Eigen)
{
    internal const int DefaultRadiusKilometers = 3;

    private const string Dimensies =
        "^(lichaamsfuncties|mentaal-welbevinden|zingeving|kwaliteit-van-leven|meedoen|dagelijks-functioneren)$";
}

/// <summary><c>GET /activiteiten</c>: the offer and one's own drafts, filtered and in pages.</summary>
internal static class ListActiviteiten
{
    private const int MetersPerKilometer = 1_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/activiteiten", Handle)
        .WithSummary("Activiteiten zoeken")
        .WithDescription("De eigen activiteiten en de gepubliceerde van alle partners, in volgorde van aanmaken. Filters gelden samen.")
        .MayFail(ActiviteitFailures.GebiedUnknown, ActiviteitFailures.PostcodeMissing, ActiviteitFailures.PostcodeUnknown);

    private static async Task<Results<Ok<CursorPage<ActiviteitAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] ActiviteitenQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database)
    {
        if (!Cursor.TryDecode(page.Cursor, out Guid after))
            return RequestFailures.CursorInvalid.ToProblem();
        if (Refuse(query, out var centre) is { } failure)
            return failure.ToProblem();

        var partnerId = http.User.PartnerId();
        var filter = new ActiviteitFilter(
            partnerId, query.Eigen ?? false, after, page.Size + 1, query.Gebied, query.Dimensie,
            PostcodesAround(centre, query.StraalKilometers));
        var rows = await ActiviteitStore.ListAsync(database, filter, http.RequestAborted);

        var items = rows.Select(row => ActiviteitAnswer.Of(row, partnerId, DistanceMeters(centre, row.Postcode))).ToList();
        return TypedResults.Ok(CursorPage<ActiviteitAnswer>.Of(items, page.Size, item => Cursor.Encode(item.Id)));
    }

    private static Failure? Refuse(ActiviteitenQuery query, out Postcode4? centre)
    {
        centre = null;
        if (query.Gebied is not null && !Gebied.TryFind(query.Gebied, out _))
            return ActiviteitFailures.GebiedUnknown;
        if (query.Postcode is null)
            return query.StraalKilometers is null ? null : ActiviteitFailures.PostcodeMissing;
        return Postcode4.TryFind(query.Postcode, out centre) ? null : ActiviteitFailures.PostcodeUnknown;
    }

    // The region has some sixty postcodes: choosing them here keeps distances out of the query.
    private static string[]? PostcodesAround(Postcode4? centre, int? radiusKilometers)
    {
        if (centre is null)
            return null;
        var radiusMeters = (radiusKilometers ?? ActiviteitenQuery.DefaultRadiusKilometers) * MetersPerKilometer;
        return [.. Postcode4.All.Where(other => centre.DistanceMetersTo(other) <= radiusMeters).Select(other => other.Code)];
    }

    private static int? DistanceMeters(Postcode4? centre, string postcode) =>
        centre is not null && Postcode4.TryFind(postcode, out var place) ? centre.DistanceMetersTo(place) : null;
}

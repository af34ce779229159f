using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>What a search may be narrowed by.</summary>
public sealed record VoorzieningenQuery(
    [property: FromQuery(Name = "zoek"), StringLength(100, MinimumLength = 2)]
    [property: Description("Woorden uit naam, omschrijving, doelgroep of organisatie; alle moeten voorkomen. Het laatste mag half zijn.")]
    string? Zoek,
    [property: FromQuery(Name = "postcode"), RegularExpression("^[1-9][0-9]{3}$"), Description("Zoek rond deze postcode.")] string? Postcode,
    [property: FromQuery(Name = "afstandMeters"), Range(0, 50_000), DefaultValue(VoorzieningenQuery.DefaultDistanceMeters)]
    [property: Description("Hoe ver van de postcode, ongeveer en hemelsbreed.")]
    int? AfstandMeters,
    [property: FromQuery(Name = "categorie"), RegularExpression("^[a-z-]{2,40}$"), Description("Code van een kaartcategorie, met wat eronder valt.")] string? Categorie,
    [property: FromQuery(Name = "taal"), RegularExpression("^[a-z]{2}$"), Description("Taal als ISO 639-1.")] string? Taal,
    [property: FromQuery(Name = "geopendOp"), Description("Alleen wat op dit moment open is volgens de openingstijden.")] DateTimeOffset? GeopendOp,
    [property: FromQuery(Name = "organisatieId"), Description("Alleen van deze organisatie.")] Guid? OrganisatieId,
    [property: FromQuery(Name = "eigen"), Description("True: alles wat u zelf bijhoudt, ook concepten en wat beëindigd is.")] bool? Eigen,
    [property: FromQuery(Name = "status"), RegularExpression("^(concept|gepubliceerd|beeindigd)$"), Description("concept, gepubliceerd of beeindigd.")] string? Status)
{
    internal const int DefaultDistanceMeters = 5_000;
}

/// <summary><c>GET /voorzieningen</c>.</summary>
internal static class SearchVoorzieningen
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/voorzieningen", HandleAsync)
        .WithSummary("Zoek voorzieningen")
        .WithDescription(
            "Wat alle organisaties publiceerden. Filters gelden samen. Accenten en hoofdletters tellen niet, en van woorden telt de stam. Het beste eerst: hoe goed "
            + "de woorden passen en hoe dichtbij het is. Met een postcode vallen voorzieningen zonder locatie af. "
            + $"Foutcodes: {KaartFailures.PostcodeMissing.Code} (422), {SupportFailures.PostcodeUnknown.Code} (422).")
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<CursorPage<VoorzieningAnswer>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] VoorzieningenQuery query, [AsParameters] PageQuery page, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (query.Postcode is null && query.AfstandMeters is not null)
        {
            return KaartFailures.PostcodeMissing.ToProblem();
        }

        if (!Nabij.TryRead(query.Postcode, query.AfstandMeters ?? VoorzieningenQuery.DefaultDistanceMeters, out var near))
        {
            return SupportFailures.PostcodeUnknown.ToProblem(SupportFailures.PostcodeHelp);
        }

        if (!TryReadCursor(page.Cursor, out var beforeScore, out var beforeId))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        var open = query.GeopendOp is { } moment ? Wandtijd.Of(moment) : ((DateOnly Day, int Minute)?)null;
        var partnerId = http.User.PartnerId();
        var vraag = new Kaartvraag
        {
            PartnerId = partnerId,
            Eigen = query.Eigen ?? false,
            Status = query.Status,
            OrganisatieId = query.OrganisatieId,
            Zoek = query.Zoek,
            Categorie = query.Categorie,
            Taal = query.Taal,
            NearPostcodes = near?.Postcodes,
            NearMeters = near?.Meters,
            OpenDay = open?.Day,
            OpenMinute = open?.Minute,
            BeforeScore = beforeScore,
            BeforeId = beforeId,
            Count = page.Size + 1,
        };
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await VoorzieningZoeker.SearchAsync(connection, vraag, http.RequestAborted);
        var found = CursorPage<VoorzieningRow>.Of(rows, page.Size, CursorOf);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new CursorPage<VoorzieningAnswer>([.. found.Items.Select(row => VoorzieningAnswer.Of(row, partnerId, now))], found.Volgende));
    }

    private static string CursorOf(VoorzieningRow row) => Cursor.Encode(row.Score.ToString(CultureInfo.InvariantCulture), row.Id.ToString("N"));

    private static bool TryReadCursor(string? cursor, out long score, out Guid id)
    {
        (score, id) = (long.MaxValue, Guid.AllBitsSet);
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 2, out var parts)
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out score)
                && Guid.TryParseExact(parts[1], "N", out id));
    }
}

/// <summary>The postcodes around one, with how far each is.</summary>
internal sealed record Nabij(string[] Postcodes, int[] Meters)
{
    /// <summary>False for a postcode that does not exist here; null, for everywhere, without a postcode.</summary>
    public static bool TryRead(string? code, int maximumMeters, out Nabij? near)
    {
        near = null;
        if (code is null)
        {
            return true;
        }

        if (!Postcode4.TryFind(code, out var centre))
        {
            return false;
        }

        var within = Postcode4.All.Select(postcode => (postcode.Code, Meters: centre.DistanceMetersTo(postcode))).Where(it => it.Meters <= maximumMeters).ToList();
        near = new([.. within.Select(it => it.Code)], [.. within.Select(it => it.Meters)]);
        return true;
    }
}

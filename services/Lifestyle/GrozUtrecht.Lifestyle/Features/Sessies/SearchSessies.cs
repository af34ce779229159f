using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Features.Activiteiten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary>What somebody looks for.</summary>
public sealed record SessiesQuery(
    [property: FromQuery(Name = "zoek"), StringLength(100), Description("Woorden in naam, omschrijving of locatie; tussen aanhalingstekens als geheel, met een min ervoor juist niet.")]
    string? Zoek,
    [property: FromQuery(Name = "gebied"), StringLength(60), Description("Code van een gebied.")]
    string? Gebied,
    [property: FromQuery(Name = "postcode"), RegularExpression("^[1-9][0-9]{3}$"), Description("Zoek rond deze postcode.")]
    string? Postcode,
    [property: FromQuery(Name = "straalKilometers"), Range(0, 50), Description("Hoe ver van de postcode, ongeveer en hemelsbreed; 3 als u niets zegt.")]
    int? StraalKilometers,
    [property: FromQuery(Name = "dimensie"), RegularExpression("^(lichaamsfuncties|mentaal-welbevinden|zingeving|kwaliteit-van-leven|meedoen|dagelijks-functioneren)$"),
        Description("Een dimensie van positieve gezondheid.")]
    string? Dimensie,
    [property: FromQuery(Name = "drempels"), MaxLength(8), Description("Wat er allemaal moet gelden, bijvoorbeeld gratis en kind-welkom; herhaal de parameter.")]
    string[]? Drempels,
    [property: FromQuery(Name = "taal"), RegularExpression("^[a-z]{2}$"), Description("Taal als ISO 639-1.")]
    string? Taal,
    [property: FromQuery(Name = "dagdeel"), RegularExpression("^(ochtend|middag|avond)$"), Description("Tot 12, van 12 tot 18 of vanaf 18 uur.")]
    string? Dagdeel,
    [property: FromQuery(Name = "vanafDatum"), Description("Eerste dag; vandaag als u niets zegt.")]
    DateOnly? VanafDatum,
    [property: FromQuery(Name = "totEnMetDatum"), Description("Laatste dag; acht weken later als u niets zegt.")]
    DateOnly? TotEnMetDatum,
    [property: FromQuery(Name = "alleenVrij"), Description("True: alleen sessies met een vrije plaats.")]
    bool? AlleenVrij);

/// <summary><c>GET /sessies</c>: what there is to do, soonest first.</summary>
internal static class SearchSessies
{
    private static readonly (int From, int Until)[] Hours = [(0, 12), (12, 18), (18, 24)];

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sessies", Handle)
        .WithSummary("Sessies zoeken")
        .WithDescription("Geplande sessies van gepubliceerde activiteiten, de eerste vooraan. Filters gelden samen. Een periode is ten hoogste een jaar.")
        .MayFail(
            ActiviteitFailures.GebiedUnknown, ActiviteitFailures.PostcodeMissing, ActiviteitFailures.PostcodeUnknown, SessieFailures.DrempelUnknown,
            SessieFailures.PeriodInvalid);

    private static async Task<Results<Ok<CursorPage<GevondenSessieAnswer>>, ProblemHttpResult>> Handle(
        [AsParameters] SessiesQuery query, [AsParameters] PageQuery page, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Sessiecursor.TryRead(page.Cursor, out var after, out var afterId))
            return RequestFailures.CursorInvalid.ToProblem();
        if (Refuse(query, out var centre) is { } failure)
            return failure.ToProblem();
        var now = clock.GetUtcNow();
        if (Zoekperiode.Of(query.VanafDatum, query.TotEnMetDatum, NederlandseTijd.DayOf(now)) is not { } period)
            return SessieFailures.PeriodInvalid.ToProblem();

        var rows = await SessiezoekStore.SearchAsync(database, Vraag(query, centre, period, now, page.Size + 1, after, afterId), cancellationToken);
        return TypedResults.Ok(CursorPage<GevondenSessieAnswer>.Of(
            [.. rows.Select(row => GevondenSessieAnswer.Of(row, centre))], page.Size, item => Sessiecursor.Of(item.BegintOp, item.Id)));
    }

    private static Failure? Refuse(SessiesQuery query, out Postcode4? centre)
    {
        if (Zoekplek.Refuse(query.Gebied, query.Postcode, query.StraalKilometers, out centre) is { } failure)
            return failure;
        return query.Drempels is { } drempels && drempels.Except(Words.Of(Enum.GetValues<Drempel>()), StringComparer.Ordinal).Any()
            ? SessieFailures.DrempelUnknown
            : null;
    }

    private static Sessiezoekvraag Vraag(
        SessiesQuery query, Postcode4? centre, Zoekperiode period, DateTimeOffset now, int take, DateTimeOffset after, Guid afterId)
    {
        var (hours, first) = (query.Dagdeel is { } part ? Hours[(int)Words.Read<Dagdeel>(part)] : default((int From, int Until)?), NederlandseTijd.MomentOf(period.From, TimeOnly.MinValue));
        return new()
        {
            Woorden = string.IsNullOrWhiteSpace(query.Zoek) ? null : query.Zoek,
            Dimensie = query.Dimensie,
            Drempels = query.Drempels ?? [],
            Taal = query.Taal,
            Postcodes = Zoekplek.Postcodes(query.Gebied, centre, query.StraalKilometers),
            // What has begun cannot be gone to.
            From = first > now ? first : now,
            Until = NederlandseTijd.MomentOf(period.Until.AddDays(1), TimeOnly.MinValue),
            FromHour = hours?.From,
            UntilHour = hours?.Until,
            OnlyFree = query.AlleenVrij ?? false,
            After = after,
            AfterId = afterId,
            Take = take,
        };
    }
}

/// <summary>A session with what its activity is.</summary>
public sealed record GevondenSessieAnswer
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required string Naam { get; init; }

    public required Sessiesoort Soort { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required int VrijePlaatsen { get; init; }

    public required int PrijsCenten { get; init; }

    public required IReadOnlyList<Dimensie> Dimensies { get; init; }

    public required IReadOnlyList<Drempel> Drempels { get; init; }

    [Description("Talen waarin u terechtkunt, als ISO 639-1.")]
    public required IReadOnlyList<string> Talen { get; init; }

    public required string Postcode { get; init; }

    public required string Locatienaam { get; init; }

    public Guid? AanbiederId { get; init; }

    [Description("Ongeveer, hemelsbreed tussen postcodes; alleen bij zoeken op postcode.")]
    public int? AfstandMeters { get; init; }

    internal static GevondenSessieAnswer Of(GevondenSessie row, Postcode4? centre) => new()
    {
        Id = row.Id,
        ActiviteitId = row.ActiviteitId,
        Naam = row.Naam,
        Soort = Words.Read<Sessiesoort>(row.Soort),
        BegintOp = row.BegintOp,
        EindigtOp = row.EindigtOp,
        VrijePlaatsen = row.VrijePlaatsen,
        PrijsCenten = row.PrijsCenten,
        Dimensies = Words.Read<Dimensie>(row.Dimensies),
        Drempels = Words.Read<Drempel>(row.Drempels),
        Talen = row.Talen,
        Postcode = row.Postcode,
        Locatienaam = row.Locatienaam,
        AanbiederId = row.AanbiederId,
        AfstandMeters = Zoekplek.DistanceMeters(centre, row.Postcode),
    };
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Documenten;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Features.Bedrijven;
using GrozUtrecht.VitaalWerken.Features.Vitaliteitsnetwerken;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>Which year, and in which format.</summary>
public sealed record BijdragenoverzichtQuery(
    [property: FromQuery(Name = "jaar"), Range(2020, 2100), Description("Het jaar; zonder is het dit jaar.")] int? Jaar,
    [property: FromQuery(Name = "formaat"), StringLength(10), Description("json, csv of pdf; zonder beslist de header Accept.")] string? Formaat);

/// <summary>
/// <c>GET /bedrijven/{id}/bijdragenoverzicht</c> and <c>GET /vitaliteitsnetwerken/{gebied}/bijdragen</c>. They are about organisations, so
/// nothing is withheld; but what one company gave is seen by its own partner and by coordinators, who see each contribution anyway.
/// </summary>
internal static class GetBijdragenoverzicht
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Describe(api.MapGet("/bedrijven/{id:guid}/bijdragenoverzicht", OfBedrijf))
            .WithName("GetBijdragenoverzicht")
            .WithSummary("Bijdragen van een bedrijf in een jaar")
            .WithDescription("Voor het jaarverslag: per soort en ontvanger wat is toegezegd, gepland, geleverd en bevestigd, met een zin per regel.")
            .MayFail(BedrijfFailures.Unknown, BijdrageFailures.FormatUnknown);
        Describe(api.MapGet("/vitaliteitsnetwerken/{gebied}/bijdragen", OfGebied))
            .WithName("GetNetwerkbijdragen")
            .WithSummary("Bijdragen in een gebied in een jaar")
            .WithDescription("De som van alle bedrijven van een netwerk; alleen voor coördinatoren van dat netwerk.")
            .MayFail(BedrijfFailures.GebiedUnknown, NetwerkFailures.NotCoordinator, BijdrageFailures.FormatUnknown);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .Produces<BijdragenoverzichtAnswer>(StatusCodes.Status200OK, Formaten.Json, CsvTable.MediaType, Formaten.Pdf)
        .AddOpenApiOperationTransformer(Formaten.DescribeFiles);

    private static async Task<IResult> OfBedrijf(
        Guid id, [AsParameters] BijdragenoverzichtQuery query, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (Formaten.Choose(http.Request, query.Formaat) is not { } formaat)
            return BijdrageFailures.FormatUnknown.ToProblem();
        var now = clock.GetUtcNow();
        var jaar = query.Jaar ?? NederlandseTijd.DayOf(now).Year;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted) is not { Bedrijf: var bedrijf })
            return BedrijfFailures.Unknown.ToProblem();

        var totals = await BijdragetotalenStore.OfBedrijfAsync(connection, id, jaar, http.RequestAborted);
        return BijdragenoverzichtFiles.Answer(BijdragenoverzichtAnswer.Of(jaar, totals), bedrijf.Naam, formaat, now);
    }

    private static async Task<IResult> OfGebied(
        string gebied, [AsParameters] BijdragenoverzichtQuery query, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        if (Formaten.Choose(http.Request, query.Formaat) is not { } formaat)
            return BijdrageFailures.FormatUnknown.ToProblem();
        if (!Gebied.TryFind(gebied, out var found))
            return BedrijfFailures.GebiedUnknown.ToProblem();
        var now = clock.GetUtcNow();
        var jaar = query.Jaar ?? NederlandseTijd.DayOf(now).Year;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (!await Toegang.IsCoordinatorAsync(connection, gebied, http.User, http.RequestAborted))
            return NetwerkFailures.NotCoordinator.ToProblem();

        var totals = await BijdragetotalenStore.OfGebiedAsync(connection, gebied, jaar, http.RequestAborted);
        var companies = await BijdragetotalenStore.CountBedrijvenAsync(connection, gebied, jaar, http.RequestAborted);
        return BijdragenoverzichtFiles.Answer(BijdragenoverzichtAnswer.Of(jaar, totals, companies), $"Netwerk {found.Naam}", formaat, now);
    }
}

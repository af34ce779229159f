using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>How every area stands in a year.</summary>
public sealed record JaarplanningAnswer(int Jaar, IReadOnlyList<GebiedsjaarAnswer> Gebieden);

/// <summary>How one area stands against the rule of two a year.</summary>
public sealed record GebiedsjaarAnswer(
    string Gebied,
    int GehoudenAantal,
    [property: Description("Wat nog moet komen en niet is afgelast.")] int GeplandAantal,
    [property: Description("Hoeveel er nog gepland moeten worden.")] int NogNodigAantal,
    Jaaroordeel Oordeel,
    [property: Description("Waarom, in gewone taal.")] IReadOnlyList<string> Redenen);

/// <summary><c>GET /proeverijen/jaarplanning</c>: the rule of two proeverijen a year, per area.</summary>
internal static class GetJaarplanning
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/proeverijen/jaarplanning", Handle)
        .WithSummary("Jaarplanning van proeverijen")
        .WithDescription($"Per gebied: hoeveel proeverijen van alle partners zijn gehouden en gepland, en of de regel van {Jaarregel.PerYear} per jaar dreigt te worden gemist.");

    private static async Task<Ok<JaarplanningAnswer>> Handle(
        [Description("Kalenderjaar; dit jaar als u niets zegt."), Range(2020, 2100)] int? jaar, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        var year = jaar ?? today.Year;
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var standen = await JaarplanningStore.ReadAsync(connection, year, today, http.RequestAborted);
        return TypedResults.Ok(new JaarplanningAnswer(year, [.. standen.Select(Of)]));
    }

    private static GebiedsjaarAnswer Of((Gebied Gebied, Jaarstand Stand) row) =>
        new(row.Gebied.Code, row.Stand.Gehouden, row.Stand.Gepland, row.Stand.NogNodig, row.Stand.Oordeel, row.Stand.Redenen);
}

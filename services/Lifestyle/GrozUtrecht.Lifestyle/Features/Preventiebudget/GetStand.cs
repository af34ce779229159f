using System.ComponentModel;
using System.Globalization;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>How a budget stands now. What is pledged is free, reserved or spent.</summary>
public sealed record StandAnswer(
    long ToegezegdCenten,
    long VrijCenten,
    long GereserveerdCenten,
    [property: Description("Alles wat besteed is, ook wat al gedeclareerd is.")] long BesteedCenten,
    [property: Description("Wat er per saldo bij de verzekeraar is gedeclareerd.")] long GedeclareerdCenten,
    IReadOnlyList<MaandstandAnswer> Maanden,
    IReadOnlyList<DimensiestandAnswer> Dimensies,
    [property: Description("Hoeveel leden het budget gebruiken; ontbreekt onder de vijftien: te klein om te tonen.")] int? AantalLeden = null);

/// <summary>What was spent on sessions in one month.</summary>
public sealed record MaandstandAnswer([property: Description("Bijvoorbeeld 2026-10.")] string Maand, long BesteedCenten);

/// <summary>What was spent on activities for one dimension; an activity counts for one.</summary>
public sealed record DimensiestandAnswer(Dimensie Dimensie, long BesteedCenten);

/// <summary><c>GET /preventiebudgetten/{id}/stand</c>: the live view for the municipality.</summary>
internal static class GetStand
{
    private const int SmallestGroup = 15;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/preventiebudgetten/{id:guid}/stand", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithName("GetPreventiebudgetStand")
        .WithSummary("Stand van een preventiebudget")
        .WithDescription("Wat er nu toegezegd, vrij, gereserveerd, besteed en gedeclareerd is, en wat er per maand en per dimensie is besteed.")
        .MayFail(PreventiebudgetFailures.Unknown);

    private static async Task<Results<Ok<StandAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        var rows = await StandStore.ReadAsync(database, id, http.User.PartnerId(), http.RequestAborted);
        if (rows is not [var stand, ..])
            return PreventiebudgetFailures.Unknown.ToProblem();

        var spent = rows.Where(row => row.Maand is not null).ToList();
        return TypedResults.Ok(new StandAnswer(
            stand.ToegezegdCenten, stand.VrijCenten, stand.GereserveerdCenten, spent.Sum(row => row.BesteedCenten), stand.GedeclareerdCenten,
            [.. spent.GroupBy(row => row.Maand!.Value).Select(month => new MaandstandAnswer(
                month.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture), month.Sum(row => row.BesteedCenten)))],
            [.. spent.GroupBy(row => Words.Read<Dimensie>(row.Dimensie!)).OrderBy(dimension => dimension.Key).Select(dimension =>
                new DimensiestandAnswer(dimension.Key, dimension.Sum(row => row.BesteedCenten)))],
            stand.AantalLeden >= SmallestGroup ? stand.AantalLeden : null));
    }
}

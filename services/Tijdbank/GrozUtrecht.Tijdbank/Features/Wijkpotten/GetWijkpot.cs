using System.Globalization;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary><c>GET /wijkpotten/{id}</c>: what came in and what it did.</summary>
internal static class GetWijkpot
{
    private const int RecentCount = 10;

    /// <summary>Of fewer, each could be guessed.</summary>
    private const int MinimumPersons = 5;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/wijkpotten/{id:guid}", Handle)
        .WithSummary("Wijkpot ophalen")
        .WithDescription($"Met wat er binnenkwam en wat ermee is gedaan. Foutcode: {WijkpotFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<WijkpotAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await WijkpotStore.FindAsync(connection, id, http.RequestAborted) is not { } row)
            return WijkpotFailures.Unknown.ToProblem();

        var totals = await WijkpotStore.SumAsync(connection, id, http.RequestAborted);
        var recent = await WijkpotStore.ListBestedingenAsync(connection, id, long.MaxValue, RecentCount, http.RequestAborted);
        ETags.Set(http, row.Version);
        return TypedResults.Ok(WijkpotAnswer.Of(row, new(
            totals.OntvangenMinuten, Givers(totals.AantalPersonen), totals.BesteedMinuten, [.. recent.Select(BestedingAnswer.Of)])));
    }

    private static string Givers(long persons) => persons < MinimumPersons
        ? string.Create(CultureInfo.InvariantCulture, $"minder dan {MinimumPersons}")
        : persons.ToString(CultureInfo.InvariantCulture);
}

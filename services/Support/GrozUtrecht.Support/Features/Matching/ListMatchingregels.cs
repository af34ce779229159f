using System.Globalization;
using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

internal static class ListMatchingregels
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/matchingregels/{gebied}/versies", HandleAsync)
        .WithSummary("Eerdere matchingregels van een gebied")
        .WithDescription(
            "Elke versie die er is geweest, de nieuwste eerst; een voorstel noemt de versie waarmee het gemaakt is. "
            + "Foutcode: support.matchingregels.gebied-onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CursorPage<MatchingregelsResponse>>, ProblemHttpResult>> HandleAsync(
        string gebied, [AsParameters] PageQuery page, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (!MatchingregelsStore.IsGebied(gebied))
        {
            return MatchingregelsFailures.GebiedUnknown.ToProblem(MatchingregelsFailures.GebiedHelp);
        }

        if (!TryDecode(page.Cursor, out var before))
        {
            return RequestFailures.CursorInvalid.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await MatchingregelsStore.ListAsync(connection, caller.PartnerId(), gebied, before, page.Size + 1, cancellationToken);
        return TypedResults.Ok(CursorPage<MatchingregelsResponse>.Of(
            [.. rows.Select(MatchingregelsResponse.Of)], page.Size, last => Cursor.Encode(last.Versie.ToString(CultureInfo.InvariantCulture))));
    }

    private static bool TryDecode(string? cursor, out long before)
    {
        before = long.MaxValue;
        return string.IsNullOrEmpty(cursor)
            || (Cursor.TryDecode(cursor, 1, out var parts) && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out before));
    }
}

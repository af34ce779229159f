using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary><c>GET /bedrijven/{id}</c>: one company with its version as ETag.</summary>
internal static class GetBedrijf
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bedrijven/{id:guid}", Handle)
        .WithSummary("Bedrijf ophalen")
        .WithDescription("Voor de partner die het heeft aangemeld en voor wie het netwerk coördineert. De ETag is de versie voor If-Match.")
        .MayFail(BedrijfFailures.Unknown);

    private static async Task<Results<Ok<BedrijfAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Toegang.FindAsync(connection, id, http.User, isLocked: false, http.RequestAborted) is not { Bedrijf: var row })
            return BedrijfFailures.Unknown.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Ok(BedrijfAnswer.Of(row));
    }
}

using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.VitaalWerken.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary><c>GET /bedrijven/{id}</c>: one company with its version as ETag.</summary>
internal static class GetBedrijf
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bedrijven/{id:guid}", Handle)
        .WithSummary("Bedrijf ophalen")
        .WithDescription("Een bedrijf dat deze partner heeft aangemeld. De ETag is de versie voor If-Match.")
        .MayFail(BedrijfFailures.Unknown);

    private static async Task<Results<Ok<BedrijfAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        if (await BedrijfStore.FindOwnAsync(database, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return BedrijfFailures.Unknown.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Ok(BedrijfAnswer.Of(row));
    }
}

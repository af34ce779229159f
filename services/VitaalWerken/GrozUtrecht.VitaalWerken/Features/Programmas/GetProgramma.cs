using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary><c>GET /programmas/{id}</c>: a programme with its version as ETag.</summary>
internal static class GetProgramma
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/programmas/{id:guid}", Handle)
        .WithSummary("Programma ophalen")
        .WithDescription(
            "Voor het bedrijf, de coördinator van zijn netwerk, en leveranciers aan wie een versie met een module van henzelf is voorgesteld. De ETag is "
            + "de versie voor If-Match, bij elke stap in dit programma.")
        .MayFail(ProgrammaFailures.Unknown);

    private static async Task<Results<Ok<ProgrammaAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Programmaboek.FindAsync(connection, id, http.User, http.RequestAborted) is not { } inzage)
            return ProgrammaFailures.Unknown.ToProblem();

        ETags.Set(http, inzage.Row.Version);
        return TypedResults.Ok(ProgrammaAnswer.Of(inzage));
    }
}

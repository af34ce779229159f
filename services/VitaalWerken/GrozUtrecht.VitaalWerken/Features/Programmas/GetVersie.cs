using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary><c>GET /programmas/{id}/versies/{versie}</c>: what a version consists of, costs, and who agreed.</summary>
internal static class GetVersie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/programmas/{id:guid}/versies/{versie:int}", Handle)
        .WithSummary("Versie van een programma ophalen")
        .WithDescription(
            "De modules met hun sessies, de kosten en de antwoorden. Een leverancier ziet versies die zijn voorgesteld en waarin een eigen module staat, "
            + "met alleen de eigen prijzen. De ETag is de versie voor If-Match.")
        .MayFail(ProgrammaFailures.Unknown, ProgrammaFailures.VersionUnknown);

    private static async Task<Results<Ok<VersieAnswer>, ProblemHttpResult>> Handle(Guid id, int versie, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Programmaboek.FindAsync(connection, id, http.User, http.RequestAborted) is not { } inzage)
            return ProgrammaFailures.Unknown.ToProblem();
        if (inzage.Find(versie) is not { } row || await InhoudStore.FindAsync(connection, id, versie, http.RequestAborted) is not { } inhoud)
            return ProgrammaFailures.VersionUnknown.ToProblem();

        ETags.Set(http, inzage.Row.Version);
        return TypedResults.Ok(VersieAnswer.Of(inzage, row, inhoud));
    }
}

using GrozUtrecht.Documenten;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Features.Programmas;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary><c>GET /programmas/{id}/verslag</c>: what the programme brought, for the employer's side and the coordinator, as it was made.</summary>
internal static class GetProgrammaverslag
{
    private const string Json = "application/json";
    private const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/programmas/{id:guid}/verslag", Handle)
        .WithSummary("Verslag van een programma")
        .WithDescription(
            "Bereik, verandering per onderwerp (vanaf vijftien mensen), ervaring en kosten. Een keer gemaakt, veertien dagen na de afsluiting. Aantallen zijn naar "
            + "beneden afgerond op vijftallen; wat ontbreekt is te klein om te tonen, of laat iets zien dat te klein is. Vraag met Accept om JSON, CSV of PDF.")
        .Produces<ProgrammaverslagAnswer>(StatusCodes.Status200OK, Json)
        .MayFail(ProgrammaFailures.Unknown, ProgrammaverslagFailures.NoReport, ProgrammaverslagFailures.FormatUnknown);

    private static async Task<IResult> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Programmaboek.FindAsync(connection, id, http.User, http.RequestAborted) is not { SeesAll: true })
            return ProgrammaFailures.Unknown.ToProblem();
        if (await VerslagStore.FindAsync(connection, id, http.RequestAborted) is not { Verslag: { } kept })
            return ProgrammaverslagFailures.NoReport.ToProblem();

        var verslag = Verslagmaker.Read(kept);
        return Wanted(http.Request) switch
        {
            Json => TypedResults.Ok(verslag),
            CsvTable.MediaType => TypedResults.File(ProgrammaverslagFiles.Csv(verslag), CsvTable.MediaType, "programmaverslag.csv"),
            Pdf => TypedResults.File(ProgrammaverslagFiles.Pdf(verslag), Pdf, "programmaverslag.pdf"),
            _ => ProgrammaverslagFailures.FormatUnknown.ToProblem(),
        };
    }

    // What the caller likes best of the three; JSON when it has no preference.
    private static string? Wanted(HttpRequest request)
    {
        if (request.GetTypedHeaders().Accept is not { Count: > 0 } accepted)
            return Json;
        var ranked = accepted.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1);
        return ranked.SelectMany(range => Offered().Where(type => type.IsSubsetOf(range))).FirstOrDefault()?.MediaType.Value;
    }

    private static IEnumerable<MediaTypeHeaderValue> Offered() => [new(Json), new(CsvTable.MediaType), new(Pdf)];
}

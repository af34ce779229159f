using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;
using GrozUtrecht.VitaalWerken.Features.Programmas;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>About how many people take part while the programme runs.</summary>
internal sealed record DeelnamestandAnswer(
    [property: Description("De stand aan het eind van deze dag: gisteren.")] DateOnly PeilDatum,
    [property: Description("Ingeschreven mensen, in vijftallen; ontbreekt bij minder dan vijf. Verandert pas als er vijf mensen bij of af zijn.")] int? Ingeschreven,
    [property: Description("De sessies; een leverancier ziet die van de eigen modules.")] IReadOnlyList<SessiestandAnswer> Sessies);

/// <summary>About how many people come to a session.</summary>
internal sealed record SessiestandAnswer(
    [property: Description("De sessie.")] Guid SessieSleutel,
    [property: Description("Nummer van de module.")] int ModuleNummer,
    [property: Description("Aangemelde mensen, in vijftallen; ontbreekt bij minder dan vijf. Verandert pas als er vijf mensen bij of af zijn.")] int? Aangemeld);

/// <summary><c>GET /programmas/{id}/deelnamestand</c>: the same numbers for the employer, the coordinator and the suppliers.</summary>
internal static class GetDeelnamestand
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/programmas/{id:guid}/deelnamestand", Handle)
        .WithSummary("Hoeveel mensen ongeveer meedoen")
        .WithDescription(
            "Aantallen tot en met gisteren, die pas veranderen als er vijf mensen bij of af zijn: zo is uit geen enkele verandering af te lezen wie zich aan- of afmeldde.")
        .MayFail(ProgrammaFailures.Unknown);

    private static async Task<Results<Ok<DeelnamestandAnswer>, ProblemHttpResult>> Handle(
        Guid id, HttpContext http, NpgsqlDataSource database, TimeProvider clock)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Programmaboek.FindAsync(connection, id, http.User, http.RequestAborted) is not { } inzage)
            return ProgrammaFailures.Unknown.ToProblem();

        var today = NederlandseTijd.DayOf(clock.GetUtcNow());
        var inhoud = await InhoudStore.FindAsync(connection, id, inzage.Row.GeldendeVersie ?? 0, http.RequestAborted);
        var standen = await TellingStore.StandenAsync(connection, id, today, http.RequestAborted);
        return TypedResults.Ok(new DeelnamestandAnswer(
            today.AddDays(-1),
            Peilstand.Of(standen[Guid.Empty]),
            [.. from module in inhoud?.Modules ?? []
                where inzage.SeesAll || inzage.Eigen.Contains(module.LeverancierId)
                from sessie in module.Sessies
                select new SessiestandAnswer(sessie.Sleutel, module.Nummer, Peilstand.Of(standen[sessie.Sleutel]))]));
    }
}
